using System.Net.Http.Json;
using System.Text.Json;
using Iris.Client;
using Iris.Tests.Integration.Catalog;
using Iris.Tests.Support;
using Microsoft.Net.Http.Headers;

namespace Iris.Tests.Integration.ImageApi;

/// <summary>What the suites are made of in which it matters who asks: several browsers, each with the cookie that it was given.</summary>
public abstract class BrowserContract(ApiFixture api) : ApiContract(api)
{
    private protected static SetCookieHeaderValue CookieOf(HttpResponseMessage response) =>
        SetCookieHeaderValue.Parse(Assert.Single(response.Headers.GetValues("Set-Cookie")));

    private protected static string?[] Ids(JsonElement page) =>
        [.. page.GetProperty("items").EnumerateArray().Select(image => image.GetProperty("id").GetString())];

    /// <summary>The cookie of a browser that has uploaded something.</summary>
    private protected async Task<string> NewBrowserAsync()
    {
        using var answer = await UploadAsync(NewBytes(), cookie: null);
        return $"iris-key={CookieOf(answer).Value}";
    }

    private protected Task<HttpResponseMessage> UploadAsync(byte[] bytes, string? cookie, params (string Name, string Value)[] headers) => SendAsync(
        HttpMethod.Post, "/api/uploads", cookie, headers, JsonContent.Create(new ImageFile("dog.jpg", "image/jpeg", bytes).Announcement));

    private protected async Task<string> AnnounceAsync(byte[] bytes, string browser)
    {
        using var answer = await UploadAsync(bytes, browser);
        var ticket = await answer.Content.ReadFromJsonAsync<JsonElement>(Token);
        using var put = await Visitor.PutAsync(ticket.GetProperty("upload"), bytes, Token);
        return ticket.GetProperty("image").GetProperty("id").GetString()!;
    }

    private protected async Task<string> MakeReadyAsync(string browser, params string[] labels)
    {
        var id = await AnnounceAsync(NewBytes(), browser);
        Assert.True(await Api.Claims.CompleteAsync(await ClaimAsync(id), Samples.Findings(labels), Token));
        return id;
    }

    private protected async Task<JsonElement> JsonAsync(string path, string? cookie)
    {
        using var response = await SendAsync(HttpMethod.Get, path, cookie);
        return await response.Content.ReadFromJsonAsync<JsonElement>(Token);
    }

    /// <summary>Sends this cookie and no other: the shared client would remember them all.</summary>
    private protected async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, string? cookie, (string Name, string Value)[]? headers = null, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in (headers ?? []).Concat(cookie is null ? [] : [("Cookie", cookie)]))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Api.WithoutCookies.SendAsync(request, Token);
    }
}
