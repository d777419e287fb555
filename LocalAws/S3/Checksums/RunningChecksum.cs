using System.IO.Hashing;
using System.Security.Cryptography;

namespace LocalAws.S3.Checksums;

/// <summary>A digest that grows with the body, whichever library computes it.</summary>
internal abstract class RunningChecksum : IDisposable
{
    public static RunningChecksum Of(HashAlgorithmName name) => new Cryptographic(IncrementalHash.CreateHash(name));

    public static RunningChecksum Of(NonCryptographicHashAlgorithm algorithm) => new Cyclic(algorithm);

    public abstract void Append(ReadOnlySpan<byte> data);

    /// <summary>The digest so far, most significant byte first; the next one starts from nothing.</summary>
    public abstract byte[] Finish();

    public virtual void Dispose()
    {
    }

    private sealed class Cryptographic(IncrementalHash hash) : RunningChecksum
    {
        public override void Append(ReadOnlySpan<byte> data) => hash.AppendData(data);

        public override byte[] Finish() => hash.GetHashAndReset();

        public override void Dispose() => hash.Dispose();
    }

    private sealed class Cyclic(NonCryptographicHashAlgorithm algorithm) : RunningChecksum
    {
        public override void Append(ReadOnlySpan<byte> data) => algorithm.Append(data);

        // System.IO.Hashing gives a CRC least significant byte first.
        public override byte[] Finish()
        {
            var digest = algorithm.GetHashAndReset();
            Array.Reverse(digest);
            return digest;
        }
    }
}
