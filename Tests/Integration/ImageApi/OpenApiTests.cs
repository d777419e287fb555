using Iris.Tests.Support;

namespace Iris.Tests.Integration.ImageApi;

[Collection<OnKestrel>]
public sealed class OpenApiTests(KestrelFixture api) : ApiContract(api)
{
    private static readonly string s_path = Repository.PathOf("ImageApi", "openapi.json");

    /// <summary>
    /// A change of the contract shows in a review, or not at all: with <c>UPDATE_SNAPSHOTS=1</c> the file is written again.
    /// </summary>
    [Fact]
    public async Task The_document_is_what_the_repository_says()
    {
        var served = await Client.GetStringAsync("/openapi/v1.json", Token);

        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            await File.WriteAllTextAsync(s_path, served + "\n", Token);
        }

        Assert.Equal(await File.ReadAllTextAsync(s_path, Token), served + "\n");
    }

    [Fact]
    public async Task Every_operation_tells_its_answers_and_its_problems()
    {
        var document = await GetAsync("/openapi/v1.json");

        foreach (var operation in document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()))
        {
            Assert.False(string.IsNullOrEmpty(operation.Value.GetProperty("summary").GetString()));

            foreach (var response in operation.Value.GetProperty("responses").EnumerateObject().Where(response => response.Name[0] == '4'))
            {
                Assert.True(
                    response.Value.GetProperty("content").TryGetProperty("application/problem+json", out _),
                    $"{operation.Name} {response.Name}");
            }
        }
    }
}
