"""Where files lie: in the data folder, or in a bucket of any S3 store, which several machines share."""

from typing import Any

from environs import Env

from congdoan.config.data_folder import data_folder

IN_MEMORY = 5 * 1024 * 1024  # bytes of a file from the bucket; more goes through a temporary file


def file_storage(env: Env) -> dict[str, Any]:
    """Django's description of the storage: the bucket when `CONGDOAN_S3_BUCKET` names one."""
    bucket = env.str("CONGDOAN_S3_BUCKET", "")
    if not bucket:
        folder = {"location": data_folder() / "files"}
        return {"BACKEND": "congdoan.core.files.on_disk.OnDisk", "OPTIONS": folder}
    options = {
        "bucket_name": bucket,
        "endpoint_url": env.str("CONGDOAN_S3_ENDPOINT", "") or None,
        "region_name": env.str("CONGDOAN_S3_REGION", "") or None,
        "location": env.str("CONGDOAN_S3_PREFIX", ""),
        "access_key": env.str("AWS_ACCESS_KEY_ID", "") or None,
        "secret_key": env.str("AWS_SECRET_ACCESS_KEY", "") or None,
        "signature_version": "s3v4",
        "addressing_style": "path" if env.str("CONGDOAN_S3_ENDPOINT", "") else "auto",
        "default_acl": None,
        "file_overwrite": True,  # the name is the digest of the bytes: the same name is the same file
        "max_memory_size": IN_MEMORY,
    }
    return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}
