"""What a generated module imports: exceptions, the loading of extensions and libraries. Never the compiler."""
