using Iris.Catalog;
using Iris.ImageApi.Uploads;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Iris.Tests.Infrastructure.App;

public sealed class ContentSecurityPolicyTests
{
    /// <summary>
    /// S3 has several names for a bucket. The one that the SDK signs has to be the one that the Content-Security-Policy admits.
    /// </summary>
    [Fact]
    public async Task The_host_of_an_upload_is_the_one_in_the_content_security_policy()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AWS_REGION"] = "us-east-1",
            ["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE",
            ["AWS_SECRET_ACCESS_KEY"] = "wJalrXUtnFEMI",
            ["S3_BUCKET_NAME"] = "iris-imagebucket",
            ["DYNAMODB_TABLE_NAME"] = "iris-imagetable",
        });
        builder.AddAmazonS3().AddAmazonDynamoDB();
        builder.Services.AddCatalog().AddSingleton<UploadUrl>();
        using var host = builder.Build();

        var upload = await host.Services.GetRequiredService<UploadUrl>().SignAsync(
            new Announcement(new string('0', 64), "photo.jpg", "image/jpeg", 1000, TraceParent: null));

        var policy = AppTemplate.Good.Single(resource => resource.LogicalId == "SecurityHeaders")
            .Text("Properties.ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy")!;
        Assert.Contains($"connect-src 'self' {upload.Url.GetLeftPart(UriPartial.Authority)} ", policy, StringComparison.Ordinal);
    }
}
