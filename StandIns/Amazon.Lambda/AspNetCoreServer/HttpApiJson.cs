using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Amazon.Lambda.AspNetCoreServer.Internal;

[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyRequest))]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyResponse))]
internal sealed partial class HttpApiJson : JsonSerializerContext
{
    /// <summary>Nothing here ends up inside HTML, so a body of JSON need not grow by escapes.</summary>
    public static ILambdaSerializer Serializer { get; } = new SourceGeneratorLambdaJsonSerializer<HttpApiJson>(
        options => options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
}
