using System.Text.Json.Serialization;

namespace Amazon.Lambda.APIGatewayEvents;

public partial class APIGatewayHttpApiV2ProxyRequest
{
    /// <summary>The account, the API, the stage and the request.</summary>
    public class ProxyRequestContext
    {
        /// <summary>The account that owns the API.</summary>
        [JsonPropertyName("accountId")]
        public string? AccountId { get; set; }

        /// <summary>The API's id.</summary>
        [JsonPropertyName("apiId")]
        public string? ApiId { get; set; }

        /// <summary>What the route's authorizer found; null where the route has none.</summary>
        [JsonPropertyName("authorizer")]
        public AuthorizerDescription? Authorizer { get; set; }

        /// <summary>The host by which the API was called.</summary>
        [JsonPropertyName("domainName")]
        public string? DomainName { get; set; }

        /// <summary>The first label of <see cref="DomainName"/>.</summary>
        [JsonPropertyName("domainPrefix")]
        public string? DomainPrefix { get; set; }

        /// <summary>The HTTP request.</summary>
        [JsonPropertyName("http")]
        public HttpDescription? Http { get; set; }

        /// <summary>API Gateway's id of the request.</summary>
        [JsonPropertyName("requestId")]
        public string? RequestId { get; set; }

        /// <summary>The route that matched.</summary>
        [JsonPropertyName("routeKey")]
        public string? RouteKey { get; set; }

        /// <summary>The stage, often <c>$default</c>.</summary>
        [JsonPropertyName("stage")]
        public string? Stage { get; set; }

        /// <summary>The time of the request, for example <c>12/Mar/2020:19:03:58 +0000</c>.</summary>
        [JsonPropertyName("time")]
        public string? Time { get; set; }

        /// <summary>The time of the request in Unix milliseconds.</summary>
        [JsonPropertyName("timeEpoch")]
        public long TimeEpoch { get; set; }
    }

    /// <summary>The HTTP request.</summary>
    public class HttpDescription
    {
        /// <summary>The method.</summary>
        [JsonPropertyName("method")]
        public string? Method { get; set; }

        /// <summary>The path.</summary>
        [JsonPropertyName("path")]
        public string? Path { get; set; }

        /// <summary>The protocol, for example <c>HTTP/1.1</c>.</summary>
        [JsonPropertyName("protocol")]
        public string? Protocol { get; set; }

        /// <summary>The address of the caller, as API Gateway saw it.</summary>
        [JsonPropertyName("sourceIp")]
        public string? SourceIp { get; set; }

        /// <summary>The caller's User-Agent.</summary>
        [JsonPropertyName("userAgent")]
        public string? UserAgent { get; set; }
    }

    /// <summary>What the route's authorizer found.</summary>
    public class AuthorizerDescription
    {
        /// <summary>What a JWT authorizer found.</summary>
        [JsonPropertyName("jwt")]
        public JwtDescription? Jwt { get; set; }

        /// <summary>A token that was found valid.</summary>
        public class JwtDescription
        {
            /// <summary>The token's claims, each as text.</summary>
            [JsonPropertyName("claims")]
            public IDictionary<string, string>? Claims { get; set; }

            /// <summary>The scopes that the route asks for, if it asks for any.</summary>
            [JsonPropertyName("scopes")]
            public string[]? Scopes { get; set; }
        }
    }
}
