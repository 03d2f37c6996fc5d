"""The block that a passphrase puts before an archive, written with the least work: a real one takes seconds."""

BLOCK = b"""\
-----BEGIN AGE ENCRYPTED FILE-----
YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBlT0JiVWpOL1Z3MVphWDRu
SGRoTi9RIDQKbVF2a1JqTG1Ta2lHVlZWS2ZhcmNESS9UdG5td0tQK3ltNlJyZmtw
WGpSMAotLS0gOThBV0ZoVjRrODkwUUg1aEtPR1FvWnZhcGdCNFdxcWFoeGtLcmdj
OVBBUQoKN2Ah6Ac46dKD7cMUhm2BegKJeJK4NUhgcis0sU6Ue3sQaVmdWmk+oLQ/
+RIEbmHp9+YBkSRAqXe8+5yugaiP5h2NKaYFg9OZwWtQSibEsQ/Z5o0Bwhrdh7ks
8e+LNVg0XSo8r/L166/S
-----END AGE ENCRYPTED FILE-----
"""
"""Opens with "đúng cụm này"; holds the secret key of BLOCK_KEY."""

BLOCK_KEY = "age1sjkp25k5zavce6ahw0faz5wzd5enqqd8f29ls0ch23dw7p4kfe9q2nxhkk"
