"""A treebank of two invented sentences, with every oddity that CoNLL-U allows."""

from __future__ import annotations

TREEBANK = """\
# newdoc id = one
# sent_id = 1
# text = “We can't,” she said.
1\t“\t"\tPUNCT\t``\t_\t3\tpunct\t_\tSpaceAfter=No
2\tWe\twe\tPRON\tPRP\t_\t3\tnsubj\t_\t_
3-4\tcan't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
3\tca\tcan\tAUX\tMD\t_\t8\tccomp\t_\t_
4\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
4.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_
5\t,\t,\tPUNCT\t,\t_\t3\tpunct\t_\tSpaceAfter=No
6\t”\t"\tPUNCT\t''\t_\t3\tpunct\t_\t_
7\tshe\tshe\tPRON\tPRP\t_\t8\tnsubj\t_\t_
8\tsaid\tsay\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
9\t.\t.\tPUNCT\t.\t_\t8\tpunct\t_\t_

# newpar
# sent_id = 2
# text = The army took the bridge.
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_
2\tarmy\tarmy\tNOUN\tNN\t_\t3\tnsubj\t_\t_
3\ttook\ttake\tVERB\tVBD\t_\t0\troot\t_\t_
4\tthe\tthe\tDET\tDT\t_\t5\tdet\t_\t_
5\tbridge\tbridge\tNOUN\tNN\t_\t3\tobj\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

"""
