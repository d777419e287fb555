using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.AspNetCoreServer.Internal;

namespace StandIns.Tests.Lambda;

public sealed class HttpApiResponseTests
{
    [Theory]
    [InlineData("text/plain; charset=utf-8", null, "grün", false)]
    [InlineData("application/json", null, "{}", false)]
    [InlineData("application/problem+json", null, "{}", false)]
    [InlineData("image/svg+xml", null, "<svg/>", false)]
    [InlineData("application/json", "gzip", "{}", true)]
    [InlineData("image/webp", null, "RIFF", true)]
    [InlineData("no type", null, "a", true)]
    [InlineData(null, null, "a", true)]
    public void travel_as_text_only_when_they_are_text(string? type, string? encoding, string body, bool base64)
    {
        var response = Translate(System.Text.Encoding.UTF8.GetBytes(body), type, encoding);

        Assert.Equal(base64, response.IsBase64Encoded);
        Assert.Equal(body, base64 ? System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(response.Body!)) : response.Body);
    }

    [Fact]
    public void that_only_claim_to_be_text_travel_as_bytes() =>
        Assert.Equal("/w==", Translate([0xff], "text/plain", null).Body);

    [Fact]
    public void without_a_body_have_none() => Assert.Null(Translate([], "text/plain", null).Body);

    [Fact]
    public void keep_cookies_apart_and_join_other_values()
    {
        using var feature = new ResponseFeature { StatusCode = 201 };
        feature.Headers.SetCookie = new(["a=1; expires=Thu, 01 Jan 2069", "b=2"]);
        feature.Headers.Vary = new(["Accept", "Origin"]);

        var response = HttpApiResponse.From(feature);

        Assert.Equal(201, response.StatusCode);
        Assert.Equal(["a=1; expires=Thu, 01 Jan 2069", "b=2"], response.Cookies!);
        Assert.Equal("Accept,Origin", Assert.Single(response.Headers!).Value);
    }

    [Fact]
    public async Task run_their_callbacks_in_reverse_before_and_after()
    {
        using var feature = new ResponseFeature();
        List<string> order = [];
        feature.OnStarting(Note, "first");
        feature.OnStarting(Note, "second");
        feature.OnCompleted(Note, "completed");

        await feature.CompleteAsync();
        await feature.CompleteAsync();
        await feature.CompletedAsync();

        Assert.Equal(["second", "first", "completed"], order);

        Task Note(object state)
        {
            order.Add((string)state);
            return Task.CompletedTask;
        }
    }

    private static APIGatewayHttpApiV2ProxyResponse Translate(byte[] body, string? type, string? encoding)
    {
        using var feature = new ResponseFeature();
        feature.Headers.ContentType = type;
        feature.Headers.ContentEncoding = encoding;
        feature.Stream.Write(body);
        return HttpApiResponse.From(feature);
    }
}
