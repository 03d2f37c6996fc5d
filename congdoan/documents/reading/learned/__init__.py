"""What was learned from papers with answers: a second opinion beside the rules, which says where they are doubtful.

Two more put a text together before it is read: whether a torn line goes on (`lines`), and which words stand beside each
other, by which tone marks that a scan misread are mended (`pairs`).

Each question has its features in a file of its own and its weights in `weights/`, made by `tools/learn.py`.
"""
