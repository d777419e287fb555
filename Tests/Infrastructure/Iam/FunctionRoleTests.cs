using System.Text.Json.Nodes;
using Iris.Tests.Infrastructure.App;
using Iris.Tests.Infrastructure.Bootstrap;
using Iris.Tests.Infrastructure.Rules;

namespace Iris.Tests.Infrastructure.Iam;

public sealed class FunctionRoleTests(Rehearsal rehearsal) : IClassFixture<Rehearsal>
{
    private const string Allowed = "Allowed";

    // What the tests' stack calls its resources, and what CloudFormation would.
    private static readonly (string Here, string There)[] s_names =
    [
        ("iris-imagebucket", "iris-images-1"), ("iris-imagetable", "iris-ImageTable-1"), ("iris-failedevents", "iris-FailedEvents-1"),
        ("iris-imageapilogs", "iris-ImageApiLogs-1"), ("iris-imageprocessorlogs", "iris-ImageProcessorLogs-1"),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A right too few or too many, and the call in which it shows.</summary>
    public static TheoryData<string, string, string, string> WrongRights => new()
    {
        { "ImageApi", "Action: [s3:GetObject, s3:PutObject]", "Action: s3:PutObject", "s3:GetObject" },
        { "ImageApi", "                  - dynamodb:DeleteItem\n", "", "dynamodb:DeleteItem" },
        { "ImageApi", "                  - dynamodb:DeleteItem\n", "                  - dynamodb:DeleteItem\n                  - dynamodb:Scan\n", "dynamodb:Scan" },
        { "ImageApi", "- !Sub ${ImageTable.Arn}/index/feed", "- !Sub ${ImageTable.Arn}/index/*", "index/other" },
        { "ImageApi", "                  - !Sub ${ImageTable.Arn}/index/owner\n", "", "index/owner" },
        { "ImageProcessor", "Action: s3:PutObject\n            Resource: !Sub ${ImageBucket.Arn}/images/*", "Action: s3:PutObject\n            Resource: !Sub ${ImageBucket.Arn}/*", "s3:PutObject" },
        { "ImageProcessor", "            Action: s3:ListBucket\n", "            Action: s3:GetBucketLocation\n", "s3:ListBucket" },
        { "ImageProcessor", "Action: rekognition:DetectLabels", "Action: rekognition:DetectText", "rekognition:DetectLabels" },
        { "ImageProcessor", "              - !Sub ${ImageBucket.Arn}/images/*\n          # Who", "          # Who", "s3:DeleteObject" },
    };

    [Fact]
    public void Every_call_in_the_source_has_been_rehearsed() =>
        // Signing a URL asks nothing of AWS: whoever uses it does.
        Assert.Empty(ClientCalls.InTheSource().Except(rehearsal.Operations).Except(["S3/GetPreSignedURL"]));

    [Fact]
    public void The_source_is_read() => Assert.Superset(new HashSet<string> { "S3/GetPreSignedURL", "DynamoDB/Query", "Rekognition/DetectLabels" }, ClientCalls.InTheSource().ToHashSet());

    [Theory]
    [InlineData("ImageApi")]
    [InlineData("ImageProcessor")]
    public async Task A_role_allows_what_its_function_calls_and_nothing_else(string function) =>
        Assert.Empty(await MisfitsAsync(function, AppTemplate.Good));

    [Theory]
    [InlineData("ImageApi")]
    [InlineData("ImageProcessor")]
    public async Task The_boundary_of_all_functions_lets_each_do_what_it_calls(string function)
    {
        var role = FunctionRole.Of(function, AppTemplate.Good);
        var everything = JsonNode.Parse("""{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "*", "Resource": "*" } }""")!;
        var calls = CallsOf(function)
            .Select(call => call with
            {
                Resource = s_names.Aggregate(
                    call.Resource, static (resource, name) => resource.Replace(name.Here, name.There, StringComparison.Ordinal)),
            })
            .ToArray();

        var answers = await Simulation.DecideAsync(
            calls.Select(call => new Question(role.Principal, call, [everything]) { Boundary = BootstrapTemplate.FunctionBoundary }),
            Cancellation);

        Assert.All(calls.Zip(answers), pair => Assert.Equal((pair.First, Allowed), pair));
    }

    [Theory]
    [MemberData(nameof(WrongRights))]
    public async Task A_right_too_few_or_too_many_is_noticed(string function, string original, string change, string misfit)
    {
        var stack = AppTemplate.Resources(new Mutant(original, change).Apply(AppTemplate.Text));

        Assert.Contains(await MisfitsAsync(function, stack), text => text.Contains(misfit, StringComparison.Ordinal));
    }

    private IEnumerable<AwsCall> CallsOf(string function) =>
        (function == "ImageApi" ? rehearsal.ApiCalls : rehearsal.ProcessorCalls).Union(Universe.OfLambdaItself(function));

    private async Task<string[]> MisfitsAsync(string function, IReadOnlyList<Resource> stack)
    {
        var role = FunctionRole.Of(function, stack);
        var called = CallsOf(function).ToHashSet();
        var calls = Universe.All.Union(called).ToArray();
        var answers = await Simulation.DecideAsync(calls.Select(call => new Question(role.Principal, call, role.Policies)), Cancellation);
        return [.. calls.Zip(answers)
            .Where(pair => called.Contains(pair.First) != (pair.Second == Allowed))
            .Select(pair => $"{pair.First} is {pair.Second}{(called.Contains(pair.First) ? ", but called" : ", but never called")}")];
    }
}
