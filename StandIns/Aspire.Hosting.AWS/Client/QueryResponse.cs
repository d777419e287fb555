using System.Xml.Linq;
using Amazon.Runtime;

namespace Aspire.Hosting.AWS.Client;

/// <summary>What an action answered.</summary>
internal sealed class QueryResponse : AmazonWebServiceResponse
{
    public XElement Result { get; init; } = new("Result");
}
