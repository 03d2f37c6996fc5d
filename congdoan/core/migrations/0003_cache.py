"""The cache that all processes share, as Django's `createcachetable` makes it: sign-in limits count in one place."""

from django.db import migrations

CREATE = """
    create table core_cache (cache_key varchar(255) primary key, value text not null, expires timestamptz not null);
    create index core_cache_expires on core_cache (expires);
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0002_public_holidays")]
    operations = [migrations.RunSQL(CREATE, "drop table core_cache")]
