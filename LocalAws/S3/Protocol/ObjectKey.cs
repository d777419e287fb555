using System.Text;

namespace LocalAws.S3.Protocol;

internal static class ObjectKey
{
    private const int MaxBytes = 1024;

    public static S3Error? Check(string key) => Encoding.UTF8.GetByteCount(key) > MaxBytes
        ? new S3Error(400, "KeyTooLongError", "Your key is too long").With(("MaxSizeAllowed", "1024"))
        : null;
}
