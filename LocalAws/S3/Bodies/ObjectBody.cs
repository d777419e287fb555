using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Bodies;

/// <summary>Bodies that become objects or parts: streamed to a staged file, never held in memory.</summary>
internal static class ObjectBody
{
    /// <summary>What one PUT may carry: 5 GiB.</summary>
    public const long MaxLength = 5L << 30;

    public static async Task<Outcome<ReceivedBody>> Receive(S3Request request, StagedFile file, CancellationToken cancellationToken) =>
        BodyPromises.Read(request, MaxLength).TryGet(out var promises, out var error)
            ? await RequestBody.Receive(request, promises, file.Append, cancellationToken)
            : error;
}
