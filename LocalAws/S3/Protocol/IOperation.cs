namespace LocalAws.S3.Protocol;

/// <summary>One operation of the S3 API. It is called with a verified signature, and on a bucket that exists.</summary>
internal interface IOperation
{
    /// <summary>The operation's name in the API reference, for spans and metrics.</summary>
    string Name => GetType().Name;

    Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken);
}
