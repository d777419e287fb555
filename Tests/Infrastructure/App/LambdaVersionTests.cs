using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Iris.Tests.Infrastructure.App;

/// <summary>
/// A published version is the function as it was then. If a change of code or configuration did not make another one, the alias would
/// go on pointing at the old; if another one were asked for without a change, Lambda would refuse.
/// </summary>
public sealed class LambdaVersionTests
{
    // What is the function's and not its version's.
    private static readonly string[] s_unversioned = ["Code", "ReservedConcurrentExecutions", "RecursiveLoop"];

    [Theory]
    [InlineData("ImageApi", "image-api/0a1b2c.zip")]
    [InlineData("ImageProcessor", "image-processor/3d4e5f.zip")]
    public void A_version_names_the_zip_and_the_digest_of_the_configuration(string function, string artifact) =>
        Assert.Equal($"{artifact}, configuration {Digest(function, AppTemplate.Text)}", Described(function));

    [Theory]
    [InlineData("MemorySize: 512", "MemorySize: 1024", true)]
    [InlineData("Timeout: 15", "Timeout: 14", true)]
    [InlineData("          Origin__Secret:", "          Another: variable\n          Origin__Secret:", true)]
    [InlineData("      S3_BUCKET_NAME: !Ref ImageBucket", "      # A comment.\n          S3_BUCKET_NAME: !Ref ImageBucket", false)]
    public void A_change_of_the_configuration_changes_the_digest(string original, string change, bool changes) =>
        Assert.Equal(changes, Digest("ImageApi", AppTemplate.Text) != Digest("ImageApi", AppTemplate.Text.Replace(original, change, StringComparison.Ordinal)));

    private static string? Described(string function) =>
        AppTemplate.Good.Single(resource => resource.LogicalId == $"{function}Version").Text("Properties.Description");

    private static string Digest(string function, string text)
    {
        var properties = AppTemplate.Resources(text).Single(resource => resource.LogicalId == function)["Properties"]!.AsObject();
        var versioned = new JsonObject(properties
            .Where(property => !s_unversioned.Contains(property.Key))
            .OrderBy(property => property.Key, StringComparer.Ordinal)
            .Select(property => KeyValuePair.Create(property.Key, property.Value?.DeepClone())));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(versioned.ToJsonString())))[..8];
    }
}
