"""The picture of a run: for each peer the geometric mean over all rows as a bar, and each row as a dot."""

from __future__ import annotations

from collections.abc import Mapping

import matplotlib
from report import BASE, Measured, mean_over_base, relative

matplotlib.use("Agg")
from matplotlib import pyplot as plt

OURS, OTHERS, DOT = "#1f6f8b", "#b8bfc6", "#333333"


def draw(measured: Measured, titles: Mapping[str, str], path: str) -> None:
    """Writes the file ``path``. ``titles`` are the peers' names by their keys, in the order from top to bottom."""
    figure, axes = plt.subplots(figsize=(9, 0.52 * len(titles) + 1.5), dpi=110)
    for place, key in enumerate(reversed(titles)):
        mean = mean_over_base(key, measured)
        color = OURS if key.startswith("interop") else OTHERS
        axes.barh(place, mean, height=0.62, color=color, zorder=1)
        ratios = relative(key, measured)
        # Side by side in the order of the rows, so that dots of equal rows do not hide each other.
        heights = [place + 0.46 * (number / max(len(ratios) - 1, 1) - 0.5) for number in range(len(ratios))]
        axes.scatter(ratios, heights, s=9, color=DOT, alpha=0.55, linewidths=0, zorder=2)
        axes.text(1.005, place, f"{mean:.2f}", transform=axes.get_yaxis_transform(), va="center", fontsize=10)
    axes.set_xscale("log")
    ticks = [0.25, 0.5, 1, 2, 5, 10, 20, 50, 100]
    axes.set_xticks(ticks, [f"{tick:g}" for tick in ticks])
    axes.minorticks_off()
    axes.set_xlim(0.2, 120)
    axes.axvline(1, color="black", linewidth=0.8, zorder=3)
    axes.set_yticks(range(len(titles)), list(reversed(titles.values())))
    axes.set_xlabel(f"time of a call ({titles[BASE]} = 1, less is better); a dot is a row, a bar their geometric mean")
    axes.tick_params(axis="y", length=0)
    axes.spines[["top", "right", "left"]].set_visible(False)
    figure.tight_layout()
    # Nothing about the program that drew it, so that the same figures make the same file.
    figure.savefig(path, metadata={"Software": None})
    plt.close(figure)
