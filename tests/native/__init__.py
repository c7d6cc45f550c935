"""The stub runtime's functions on their own, where no binding reaches all of them."""
