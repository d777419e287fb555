using System.Net;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace Aspire.Hosting.AWS.Client;

/// <summary>Reads an answer: <c>&lt;DescribeStacksResponse&gt;&lt;DescribeStacksResult&gt;…</c>, or an error.</summary>
internal sealed class QueryUnmarshaller : XmlResponseUnmarshaller
{
    public static QueryUnmarshaller Instance { get; } = new();

    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
    {
        var root = XDocument.Load(input.Stream).Root!;
        foreach (var element in root.DescendantsAndSelf())
        {
            element.Name = element.Name.LocalName;
        }

        var result = root.Elements().FirstOrDefault(static element => element.Name.LocalName.EndsWith("Result", StringComparison.Ordinal));
        return new QueryResponse { Result = result ?? root };
    }

    public override AmazonServiceException UnmarshallException(
        XmlUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var error = XmlErrorResponseUnmarshaller.GetInstance().Unmarshall(input);
        return new AmazonServiceException(error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode);
    }
}
