using System.Net;
using Iris.Catalog;
using Iris.Catalog.Table;

namespace Iris.Tests.Integration.ImageApi;

/// <summary>The cookie by which a browser is known again.</summary>
public abstract class BrowserKeyTests(ApiFixture api) : BrowserContract(api)
{
    [Fact]
    public async Task A_browser_gets_a_key_with_its_first_upload_that_no_script_and_no_other_site_can_use()
    {
        using var answer = await UploadAsync(NewBytes(), cookie: null);

        var cookie = CookieOf(answer);
        Assert.Equal("iris-key", cookie.Name.Value);
        Assert.Equal(256, Convert.FromBase64String($"{cookie.Value}=".Replace('-', '+').Replace('_', '/')).Length * 8);
        Assert.Equal(
            (true, Microsoft.Net.Http.Headers.SameSiteMode.Strict, "/", TimeSpan.FromDays(365), false),
            (cookie.HttpOnly, cookie.SameSite, cookie.Path.Value, cookie.MaxAge, cookie.Secure));
    }

    [Fact]
    public async Task Over_HTTPS_the_key_is_this_hosts_alone()
    {
        using var answer = await UploadAsync(NewBytes(), cookie: null, ("X-Forwarded-Proto", "https"));

        var cookie = CookieOf(answer);
        Assert.Equal(("__Host-iris-key", true, "/"), (cookie.Name.Value, cookie.Secure, cookie.Path.Value));
        Assert.Null(cookie.Domain.Value);
    }

    [Fact]
    public async Task A_browser_keeps_its_key()
    {
        var browser = await NewBrowserAsync();

        using var answer = await UploadAsync(NewBytes(), browser);

        Assert.Equal(browser, $"iris-key={CookieOf(answer).Value}");
    }

    [Theory]
    [InlineData("iris-key=")]
    [InlineData("iris-key=short")]
    [InlineData("iris-key=!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!")]
    [InlineData("iris-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("__Host-iris-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("a browser;;; = with \"strange\" cookies")]
    public async Task What_is_no_key_is_as_good_as_none(string cookie)
    {
        using var answer = await UploadAsync(NewBytes(), cookie);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.DoesNotContain($"{CookieOf(answer).Value}", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_of_any_length_is_as_good_as_none()
    {
        using var answer = await UploadAsync(NewBytes(), $"iris-key={new string('A', 6_000)}");

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(43, CookieOf(answer).Value.Length);
    }

    [Fact]
    public async Task The_row_keeps_a_digest_of_the_key_and_no_answer_tells_it()
    {
        var browser = await NewBrowserAsync();
        var id = await MakeReadyAsync(browser);
        using var dynamoDB = Api.Stack.CreateDynamoDBClient();

        var row = (await dynamoDB.GetItemAsync(Api.Stack.TableName, Key.Image(ImageId.Parse(id)).ToItem(), Token)).Item;
        using var detail = await SendAsync(HttpMethod.Get, $"/api/images/{id}", browser);

        var owner = row["owner"].S;
        Assert.Matches("^browser#[0-9a-f]{64}$", owner);
        Assert.DoesNotContain(browser.Split('=')[1], string.Concat(row.Values.Select(value => value.S)), StringComparison.Ordinal);
        Assert.DoesNotContain(owner[8..], await detail.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }
}

[Collection<OnKestrel>]
public sealed class BrowserKeyTestsOnKestrel(KestrelFixture api) : BrowserKeyTests(api);

[Collection<AsALambda>]
public sealed class BrowserKeyTestsAsALambda(LambdaFixture api) : BrowserKeyTests(api);

[Collection<AsABootstrap>]
public sealed class BrowserKeyTestsAsABootstrap(BootstrapFixture api) : BrowserKeyTests(api);
