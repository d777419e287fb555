namespace LocalAws.S3.Protocol;

/// <summary>
/// Headers that ask for what is not there (locks, other encryption, other storage, grants, tags). Taking the object and leaving the
/// wish out would be a lie, so the request is refused.
/// </summary>
internal static class UnsupportedHeaders
{
    private static readonly string[] s_prefixes =
    [
        "x-amz-grant-",
        "x-amz-object-lock-",
        "x-amz-server-side-encryption-",
        "x-amz-tagging",
        "x-amz-copy-source-server-side-encryption-",
        "x-amz-website-redirect-location",
        "x-amz-write-offset-bytes",
        "x-amz-bypass-governance-retention",
    ];

    public static S3Error? Find(IEnumerable<KeyValuePair<string, string>> headers)
    {
        foreach (var (name, value) in headers)
        {
            if (s_prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))
                || (name == "x-amz-storage-class" && value != "STANDARD")
                || (name == "x-amz-server-side-encryption" && value != "AES256"))
            {
                return S3Error.NotImplemented($"The header {name} you provided").With(("Header", name));
            }

            // What a bucket answers whose owner is enforced, the default since 2023.
            if (name == "x-amz-acl" && value is not ("private" or "bucket-owner-full-control"))
            {
                return new S3Error(400, "AccessControlListNotSupported", "The bucket does not allow ACLs");
            }
        }

        return null;
    }
}
