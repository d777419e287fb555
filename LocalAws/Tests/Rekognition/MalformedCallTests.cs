using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Iris.Tests.Support;
using LocalAws.Shared;
using LocalAws.Shared.SigV4;
using Microsoft.Extensions.Options;

namespace LocalAws.Tests.Rekognition;

public sealed class MalformedCallTests(LocalRekognition rekognition)
{
    private const string DetectLabels = "RekognitionService.DetectLabels";

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"Image":7}""")]
    [InlineData("""{"Image":{"Bytes":"not base64"}}""")]
    [InlineData("""{"Image":{"Bytes":"AQID"},"MaxLabels":"many"}""")]
    [InlineData("""{"Image":{"Bytes":"AQID"},"MaxLabels":3000000000}""")]
    [InlineData("""{"Image":{"Bytes":"AQID"},"Features":"GENERAL_LABELS"}""")]
    public async Task What_is_not_the_JSON_of_a_request_is_told_so(string body)
    {
        var (status, error) = await PostAsync(DetectLabels, body);

        Assert.Equal((HttpStatusCode.BadRequest, "SerializationException"), (status, error.GetProperty("__type").GetString()));
    }

    [Theory]
    [InlineData("RekognitionService.DetectFaces")]
    [InlineData("")]
    public async Task Another_operation_is_not_known(string target)
    {
        var (status, error) = await PostAsync(target, "{}");

        Assert.Equal((HttpStatusCode.BadRequest, "UnknownOperationException"), (status, error.GetProperty("__type").GetString()));
    }

    [Fact]
    public async Task Nothing_but_the_one_path_and_method_is_served()
    {
        using var http = rekognition.CreateHttpClient();

        Assert.Equal(HttpStatusCode.MethodNotAllowed, await StatusAsync("/"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/models/coco-ssd"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/_local/health"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/_local/alive"));

        async Task<HttpStatusCode> StatusAsync(string path)
        {
            using var response = await http.GetAsync(path, TestContext.Current.CancellationToken);
            return response.StatusCode;
        }
    }

    private async Task<(HttpStatusCode Status, JsonElement Error)> PostAsync(string target, string body)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, rekognition.Endpoint) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        request.Headers.Add("X-Amz-Target", target);
        var keys = new AwsKeyPair
        {
            AccessKeyId = LocalAccount.AccessKeyId,
            SecretAccessKey = LocalAccount.SecretAccessKey,
            Region = LocalAccount.Region,
        };
        new SigV4Signer(Options.Create(keys), TimeProvider.System).Sign(request, "rekognition", PayloadHash.Of(bytes));

        using var http = rekognition.CreateHttpClient();
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }
}
