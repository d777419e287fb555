using System.Text.Json;
using Iris.Tests.Support;
using LocalAws.Shared;

namespace LocalAws.Tests.Shared;

public sealed class LocalAccountTests
{
    public static TheoryData<string, Uri> Addresses => new()
    {
        { "CloudFront", LocalAccount.CloudFront },
        { "S3", LocalAccount.S3 },
        { "Lambda", LocalAccount.Lambda },
        { "Rekognition", LocalAccount.Rekognition },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public void A_service_listens_where_its_launch_settings_say(string folder, Uri address) =>
        Assert.Equal(address, new Uri(ProfileOf($"LocalAws/{folder}").GetProperty("applicationUrl").GetString()!));

    [Theory]
    [InlineData("ImageProcessor")]
    [InlineData("LocalAws/Rekognition")]
    [InlineData("LocalAws/S3")]
    public void Launch_settings_name_no_other_keys_and_no_other_addresses(string project)
    {
        Dictionary<string, string> known = new()
        {
            ["AWS_REGION"] = LocalAccount.Region,
            ["AWS_ACCESS_KEY_ID"] = LocalAccount.AccessKeyId,
            ["AWS_SECRET_ACCESS_KEY"] = LocalAccount.SecretAccessKey,
            ["AWS_ENDPOINT_URL_S3"] = LocalAccount.S3.GetLeftPart(UriPartial.Authority),
            ["AWS_ENDPOINT_URL_DYNAMODB"] = LocalAccount.DynamoDB.GetLeftPart(UriPartial.Authority),
            ["AWS_ENDPOINT_URL_LAMBDA"] = LocalAccount.Lambda.GetLeftPart(UriPartial.Authority),
            ["AWS_ENDPOINT_URL_REKOGNITION"] = LocalAccount.Rekognition.GetLeftPart(UriPartial.Authority),
        };

        Assert.All(
            ProfileOf(project).GetProperty("environmentVariables").EnumerateObject().Where(variable => known.ContainsKey(variable.Name)),
            variable => Assert.Equal(known[variable.Name], variable.Value.GetString()));
    }

    private static JsonElement ProfileOf(string project)
    {
        using var settings = JsonDocument.Parse(File.ReadAllText(Repository.PathOf(project, "Properties", "launchSettings.json")));
        return settings.RootElement.GetProperty("profiles").EnumerateObject().First().Value.Clone();
    }
}
