using LocalAws.S3.Protocol;
using Microsoft.Extensions.Options;

namespace LocalAws.S3.Operations;

internal sealed class GetBucketLocation(IOptions<S3Options> options) : IOperation
{
    // us-east-1 is older than location constraints, and has none.
    public Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken) => Task.FromResult<IResult>(new XmlResult(
        S3Xml.Element("LocationConstraint", options.Value.Region == "us-east-1" ? null : options.Value.Region)));
}
