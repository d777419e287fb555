using System.Net;
using Amazon.S3;
using Iris.ServiceDefaults.Aws;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Iris.Tests.Unit.ServiceDefaults;

public sealed class AwsHttpClientFactoryTests : IAsyncLifetime
{
    private readonly WebApplication _proxy;

    public AwsHttpClientFactoryTests()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        _proxy = builder.Build();
        _proxy.Run(static context => context.Response.WriteAsync($"proxied {context.Request.Host}"));
    }

    private Uri Address => new(_proxy.Urls.Single());

    public async ValueTask InitializeAsync() => await _proxy.StartAsync();

    public ValueTask DisposeAsync() => _proxy.DisposeAsync();

    [Fact]
    public async Task What_goes_to_AWS_goes_by_the_proxy_of_the_company() =>
        Assert.Equal("proxied s3.us-east-1.amazonaws.com", await GetAsync(new Uri("http://s3.us-east-1.amazonaws.com/")));

    [Fact]
    public async Task What_goes_to_this_machine_goes_there_directly() =>
        Assert.Equal($"proxied {Address.Authority}", await GetAsync(Address, proxy: new Uri("http://127.0.0.1:1/")));

    private async Task<string> GetAsync(Uri address, Uri? proxy = null)
    {
        using var factory = new AwsHttpClientFactory(new WebProxy(proxy ?? Address));
        using var http = factory.CreateHttpClient(new AmazonS3Config());
        return await http.GetStringAsync(address, TestContext.Current.CancellationToken);
    }
}
