using Amazon;
using Amazon.Rekognition;
using Amazon.Rekognition.Model;
using Amazon.Runtime;

namespace StandIns.Tests.Rekognition;

public sealed class AmazonRekognitionEndpointTests
{
    [Theory]
    [InlineData("us-east-1", false, false, "https://rekognition.us-east-1.amazonaws.com")]
    [InlineData("cn-north-1", false, false, "https://rekognition.cn-north-1.amazonaws.com.cn")]
    [InlineData("us-gov-west-1", true, false, "https://rekognition-fips.us-gov-west-1.amazonaws.com")]
    [InlineData("eu-west-1", false, true, "https://rekognition.eu-west-1.api.aws")]
    [InlineData("us-east-2", true, true, "https://rekognition-fips.us-east-2.api.aws")]
    public void A_region_has_its_endpoints(string region, bool fips, bool dualStack, string url)
    {
        using var client = Client(
            new() { RegionEndpoint = RegionEndpoint.GetBySystemName(region), UseFIPSEndpoint = fips, UseDualstackEndpoint = dualStack });

        Assert.Equal(url, client.DetermineServiceOperationEndpoint(new DetectLabelsRequest()).URL);
    }

    [Fact]
    public void A_service_URL_takes_the_place_of_the_regions_endpoint()
    {
        using var client = Client(new() { ServiceURL = "http://127.0.0.1:9002", AuthenticationRegion = "us-east-1" });

        Assert.Equal("http://127.0.0.1:9002/", client.DetermineServiceOperationEndpoint(new DetectLabelsRequest()).URL);
    }

    [Fact]
    public void FIPS_and_a_service_URL_exclude_each_other()
    {
        using var client = Client(
            new() { ServiceURL = "http://127.0.0.1:9002", AuthenticationRegion = "us-east-1", UseFIPSEndpoint = true });

        Assert.Throws<AmazonClientException>(() => client.DetermineServiceOperationEndpoint(new DetectLabelsRequest()));
    }

    private static AmazonRekognitionClient Client(AmazonRekognitionConfig config) => new(new BasicAWSCredentials("key", "secret"), config);
}
