"""Makes what is written unchangeable in silence: signed, chained Merkle roots over the audit and issued papers.

Every ten minutes what is new is hashed in the database, row by row. A block keeps the hash of each row, the Merkle root
over them (RFC 6962), the root of the block before, and a signature of the installation. Whoever changes, takes away
or slips in a row later is found, with the row's place; whoever changes a block breaks its root, its signature or the
chain; whoever takes the last blocks away is betrayed by the copies of the roots outside the database.
"""
