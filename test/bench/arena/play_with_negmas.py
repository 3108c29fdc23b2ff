"""Plays a plan (npm run bench -- arena plan) with the stock negotiators of NegMAS and writes how each negotiation ended.

    python play_with_negmas.py PLAN.json ENDS.json

Needs the package negmas. Chance (Python's and numpy's) is set anew before each negotiation, from its domain, table and time.
"""

import json
import random
import sys
import zlib
from importlib.metadata import PackageNotFoundError, version

import numpy
from negmas.outcomes import make_issue, make_os
from negmas.preferences import LinearAdditiveUtilityFunction
from negmas.preferences.value_fun import TableFun
from negmas.sao import (
    BoulwareTBNegotiator,
    ConcederTBNegotiator,
    HybridNegotiator,
    LinearTBNegotiator,
    MiCRONegotiator,
    NaiveTitForTatNegotiator,
    RandomNegotiator,
    SAOMechanism,
)

NEGOTIATORS = {
    "boulware": BoulwareTBNegotiator,
    "linear": LinearTBNegotiator,
    "conceder": ConcederTBNegotiator,
    "tit-for-tat": NaiveTitForTatNegotiator,
    "micro": MiCRONegotiator,
    "hybrid": HybridNegotiator,
    "random": RandomNegotiator,
}


def play(domain, table, rounds):
    """The agreed outcome's place, the last issue turning fastest; -1 for none."""
    parties = domain["utilities"]
    sizes = [len(row) for row in parties[0]]
    space = make_os([make_issue(size, f"issue{k}") for k, size in enumerate(sizes)])
    seed = zlib.crc32(f"{domain['name']}|{','.join(table['agents'])}|{table['time']}".encode())
    random.seed(seed)
    numpy.random.seed(seed % 2**32)
    mechanism = SAOMechanism(outcome_space=space, n_steps=rounds)
    for seat, agent in enumerate(table["agents"]):
        ufun = LinearAdditiveUtilityFunction(
            values=[TableFun(dict(enumerate(row))) for row in parties[seat]],
            weights=[1.0] * len(sizes),
            outcome_space=space,
            reserved_value=domain["reservations"][seat],
        )
        mechanism.add(NEGOTIATORS[agent](name=f"{seat}"), ufun=ufun)
    state = mechanism.run()
    if state.agreement is None:
        return -1
    place = 0
    for size, value in zip(sizes, state.agreement):
        place = place * size + value
    return place


def release(package):
    try:
        return version(package)
    except PackageNotFoundError:
        return "from source"


def main(plan_file, ends_file):
    with open(plan_file) as file:
        plan = json.load(file)
    domains = []
    for domain in plan["domains"]:
        ends = [play(domain, table, plan["rounds"]) for table in domain["tables"]]
        domains.append({"name": domain["name"], "ends": ends})
        print(domain["name"], len(ends), file=sys.stderr)
    with open(ends_file, "w") as file:
        json.dump(
            {
                "negmas": release("negmas"),
                "numpy": release("numpy"),
                "python": sys.version.split()[0],
                "rounds": plan["rounds"],
                "domains": domains,
            },
            file,
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
