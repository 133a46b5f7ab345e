"""Reads an archive on a Dask cluster and makes one pack of it.

    python bundle.py --sorot target/native/sorot --articles articles --output archive.pack [--scheduler tcp://…:8786]

Reading an article is a map: every worker runs `sorot analyse --stream` over its share of the lines. Settling who is
who is a reduce: one `sorot bundle --from-analysed` on the machine that asks. Without --scheduler a cluster of two
processes is made here. Workers need the command at the same path, and the parts' folder must be theirs, too.
"""

import argparse
import json
import subprocess
import tempfile
from pathlib import Path

from dask.distributed import Client, LocalCluster


def analyse(sorot: str, lines: list[str], part: str) -> str:
    """Reads some articles; gives back the file with the readings."""
    with open(part, "wb") as out:
        subprocess.run([sorot, "analyse", "--stream"], input="\n".join(lines).encode(), stdout=out, check=True)
    return part


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sorot", required=True, help="the command")
    parser.add_argument("--articles", required=True, help="a folder of .txt articles")
    parser.add_argument("--output", required=True, help="the pack to write")
    parser.add_argument("--scheduler", help="a running cluster; without it one of two processes is made")
    parser.add_argument("--each", type=int, default=1000, help="articles a task")
    asked = parser.parse_args()

    files = sorted(Path(asked.articles).glob("*.txt"))
    lines = [json.dumps({"file": f.name, "text": f.read_text(encoding="utf-8")}) for f in files]
    shares = [lines[at : at + asked.each] for at in range(0, len(lines), asked.each)]
    cluster = asked.scheduler or LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)
    with tempfile.TemporaryDirectory() as folder, Client(cluster) as client:
        tasks = [
            client.submit(analyse, asked.sorot, share, f"{folder}/{n:06}.jsonl", pure=False)
            for n, share in enumerate(shares)
        ]
        parts = client.gather(tasks)
        subprocess.run([asked.sorot, "bundle", "--output", asked.output, "--from-analysed", *parts], check=True)
        print(f"{len(files)} articles in {len(parts)} parts by {len(client.scheduler_info()['workers'])} workers")


if __name__ == "__main__":
    main()
