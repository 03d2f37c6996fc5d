"""What was learned from papers with answers: a second opinion beside the rules, which says where they are doubtful.

Each question has its features in a file of its own and its weights in `weights/`, made by `tools/learn.py`.
"""
