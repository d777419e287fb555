using System.Net.Http.Headers;

namespace Iris.Ops.Deploying;

/// <summary>A client of a site, signed in where the site wants it.</summary>
internal static class SiteClient
{
    public const string TokenVariable = "IRIS_TOKEN";

    public static HttpClient Connect(Uri site)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseProxy = !site.IsLoopback }) { BaseAddress = site };
        var token = Environment.GetEnvironmentVariable(TokenVariable);
        http.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);

        return http;
    }
}
