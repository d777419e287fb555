using System.Text;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace Aspire.Hosting.AWS.Client;

/// <summary>Makes the form of a request: <c>Action=DescribeStacks&amp;Version=2010-05-15&amp;StackName=…</c>.</summary>
internal sealed class QueryMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public const string Version = "2010-05-15";

    public static QueryMarshaller Instance { get; } = new();

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var query = (QueryRequest)input;
        var fields = query.Parameters.Prepend(new("Version", Version)).Prepend(new("Action", query.Action));
        return new DefaultRequest(input, "AmazonCloudFormation")
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            Headers = { [HeaderKeys.ContentTypeHeader] = "application/x-www-form-urlencoded; charset=utf-8" },
            Content = Encoding.UTF8.GetBytes(
                string.Join('&', fields.Select(static field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"))),
        };
    }
}
