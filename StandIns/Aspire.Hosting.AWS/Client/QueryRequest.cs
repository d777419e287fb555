using Amazon.Runtime;

namespace Aspire.Hosting.AWS.Client;

/// <summary>An action of a service that speaks the Query protocol.</summary>
internal sealed class QueryRequest(string action, IEnumerable<KeyValuePair<string, string>> parameters) : AmazonWebServiceRequest
{
    public string Action => action;

    public IEnumerable<KeyValuePair<string, string>> Parameters => parameters;
}
