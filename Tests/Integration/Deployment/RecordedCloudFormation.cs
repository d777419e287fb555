using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Amazon.S3;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Iris.Tests.Integration.Deployment;

/// <summary>
/// The few actions of CloudFormation that a deployment uses, in the shapes that AWS answers with, for the real AWS CLI to talk to; and
/// CloudFront's invalidation. It makes no resource. Templates come from the body or from the local S3.
/// </summary>
internal sealed class RecordedCloudFormation : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly AmazonS3Client _s3;
    private readonly Dictionary<string, FakeStack> _stacks = [];
    private readonly Dictionary<string, string> _outputs;

    private RecordedCloudFormation(AmazonS3Client s3, Dictionary<string, string> outputs)
    {
        (_s3, _outputs) = (s3, outputs);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.MapPost("/", (Delegate)AnswerAsync);
        _app.MapPost("/2020-05-31/distribution/{id}/invalidation", (Delegate)InvalidateAsync);
    }

    public Uri Endpoint => new(_app.Urls.Single());
    public List<string> Invalidated { get; } = [];
    public bool InvalidationsFail { get; set; }
    public bool NextExecutionFails { get; set; }
    public FakeStack this[string name] => _stacks[name];
    public bool Has(string name) => _stacks.ContainsKey(name);
    public void Add(FakeStack stack) => _stacks[stack.Name] = stack;

    public static async Task<RecordedCloudFormation> StartAsync(AmazonS3Client s3, Dictionary<string, string> outputs)
    {
        var server = new RecordedCloudFormation(s3, outputs);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> AnswerAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        var action = form["Action"].ToString();
        var stack = _stacks.Values.FirstOrDefault(
            it => it.Id == form["StackName"] || (it.Name == form["StackName"] && it.Status != "DELETE_COMPLETE"));
        return (action, stack) switch
        {
            ("GetTemplateSummary", _) => Xml(action, Parameters(await TemplateAsync(form))),
            ("CreateChangeSet", _) => await CreateChangeSetAsync(form, stack),
            (_, null) => Error($"Stack with id {form["StackName"]} does not exist"),
            ("DescribeStacks", _) => Xml(action, new XElement("Stacks", new XElement("member", Describe(stack)))),
            ("DescribeChangeSet" or "GetTemplate", _) when stack.FindChangeSet(form["ChangeSetName"]!) is null =>
                Error($"ChangeSet [{form["ChangeSetName"]}] does not exist", "ChangeSetNotFound"),
            ("DescribeChangeSet", _) => Xml(action, Describe(stack, stack.FindChangeSet(form["ChangeSetName"]!)!)),
            ("GetTemplate", _) => Xml(action, new XElement("TemplateBody", stack.FindChangeSet(form["ChangeSetName"]!)!.Body)),
            ("ListChangeSets", _) => Xml(action, new XElement("Summaries", stack.ChangeSets.Select(static it => new XElement(
                "member", new XElement("ChangeSetName", it.Key), new XElement("ExecutionStatus", it.Value.ExecutionStatus))))),
            ("DeleteChangeSet", _) => Do(action, () => stack.ChangeSets.Remove(FakeChangeSet.NameOf(form["ChangeSetName"]!))),
            ("ExecuteChangeSet", _) => Do(action, () => Execute(stack, form["ChangeSetName"]!)),
            ("DescribeStackEvents", _) => Events(action, stack),
            ("DeleteStack", _) when stack.IsProtected =>
                Error($"Stack [{stack.Name}] cannot be deleted while TerminationProtection is enabled"),
            ("DeleteStack", _) => Do(action, stack.Delete),
            ("UpdateTerminationProtection", _) => Do(action, () => stack.IsProtected = form["EnableTerminationProtection"] == "true"),
            ("SetStackPolicy", _) => Do(action, static () => { }),
            _ => Error($"{action} was not recorded"),
        };
    }

    private async Task<IResult> CreateChangeSetAsync(IFormCollection form, FakeStack? stack)
    {
        var isNew = form["ChangeSetType"] == "CREATE";

        if (isNew == stack?.Stands)
        {
            return Error($"Stack [{form["StackName"]}] already exists and cannot be created again");
        }

        stack ??= _stacks[form["StackName"]!] = new FakeStack(form["StackName"]!);
        Dictionary<string, string> parameters = [];

        for (var index = 1; form.TryGetValue($"Parameters.member.{index}.ParameterKey", out var key); index++)
        {
            parameters[key!] = form[$"Parameters.member.{index}.UsePreviousValue"] == "true"
                ? stack.Parameters[key!]
                : form[$"Parameters.member.{index}.ParameterValue"]!;
        }

        var body = await BodyAsync(form);
        var template = TemplateJson.Of(body);
        var defaults = JsonDocument.Parse(template).RootElement.GetProperty("Parameters").EnumerateObject()
            .Where(it => it.Value.TryGetProperty("Default", out _) && !parameters.ContainsKey(it.Name))
            .ToDictionary(static it => it.Name, static it => it.Value.GetProperty("Default").ToString());
        var changes = stack.Plan(template, parameters, defaults) with { Body = body };
        stack.ChangeSets[form["ChangeSetName"]!] = changes;
        return Xml("CreateChangeSet", new XElement("Id", changes.Arn(form["ChangeSetName"]!)), new XElement("StackId", stack.Id));
    }

    private void Execute(FakeStack stack, string name)
    {
        stack.Execute(stack.FindChangeSet(name)!, NextExecutionFails);
        NextExecutionFails = false;
    }

    private async Task<string> TemplateAsync(IFormCollection form) => TemplateJson.Of(await BodyAsync(form));

    private async Task<string> BodyAsync(IFormCollection form)
    {
        if (form["TemplateBody"].ToString() is { Length: > 0 } body)
        {
            return body;
        }

        var url = new Uri(form["TemplateURL"]!);
        using var template = await _s3.GetObjectAsync(url.Host.Split('.')[0], url.AbsolutePath[1..]);
        using var reader = new StreamReader(template.ResponseStream);
        return await reader.ReadToEndAsync();
    }

    private async Task<IResult> InvalidateAsync(HttpRequest request)
    {
        if (InvalidationsFail)
        {
            return Results.Text(
                "<ErrorResponse><Error><Code>AccessDenied</Code><Message>You may not.</Message></Error></ErrorResponse>",
                "text/xml",
                statusCode: 403);
        }

        var body = await XDocument.LoadAsync(request.Body, LoadOptions.None, request.HttpContext.RequestAborted);
        Invalidated.AddRange(body.Descendants().Where(static it => it.Name.LocalName == "Path").Select(static it => it.Value));
        XNamespace ns = "http://cloudfront.amazonaws.com/doc/2020-05-31/";
        var answer = new XElement(
            ns + "Invalidation",
            new XElement(ns + "Id", "I1"),
            new XElement(ns + "Status", "InProgress"),
            new XElement(ns + "CreateTime", "2026-01-01T00:00:00Z"));
        return Results.Text(answer.ToString(), "text/xml", statusCode: 201);
    }

    private static XElement Parameters(string template) =>
        new("Parameters", JsonDocument.Parse(template).RootElement.GetProperty("Parameters").EnumerateObject().Select(static it => new XElement(
            "member",
            new XElement("ParameterKey", it.Name),
            it.Value.TryGetProperty("Default", out var value) ? new XElement("DefaultValue", value.ToString()) : null)));

    private IEnumerable<XElement> Describe(FakeStack stack) =>
    [
        new("StackName", stack.Name), new("StackId", stack.Id), new("StackStatus", stack.Status), new(
            "CreationTime", "2026-01-01T00:00:00Z"),
        Values(stack.Parameters),
        new(
            "Outputs",
            _outputs.Select(static it => new XElement("member", new XElement("OutputKey", it.Key), new XElement("OutputValue", it.Value)))),
    ];

    private static object[] Describe(FakeStack stack, FakeChangeSet changes) => changes.IsEmpty
        ? [.. Names(stack, changes), new XElement("Status", "FAILED"), new XElement("StatusReason", "The submitted information didn't contain changes. Submit different information to create a change set.")]
        : [.. Names(stack, changes), new XElement("Status", "CREATE_COMPLETE"), new XElement("ExecutionStatus", changes.ExecutionStatus), Values(changes.Parameters), new XElement("Changes", changes.Touched.Select(it => new XElement("member", new XElement("ResourceChange",
            new XElement("Action", changes.Action), new XElement("LogicalResourceId", it), new XElement("ResourceType", "AWS::Lambda::Function"), new XElement("Replacement", "False")))))];

    private static XElement[] Names(FakeStack stack, FakeChangeSet changes) =>
        [new("ChangeSetId", changes.Arn(stack.ChangeSets.Single(it => it.Value == changes).Key)), new("StackId", stack.Id), new("StackName", stack.Name)];

    private static XElement Values(Dictionary<string, string> parameters) => new("Parameters", parameters.Select(static it => new XElement(
        "member", new XElement("ParameterKey", it.Key), new XElement("ParameterValue", it.Value))));

    private static IResult Events(string action, FakeStack stack)
    {
        stack.Step();
        return Xml(action, new XElement("StackEvents", stack.Events.Select(it => new XElement(
            "member",
            new XElement("EventId", it.Id), new XElement("StackId", stack.Id), new XElement("StackName", stack.Name), new XElement(
                "LogicalResourceId", it.Resource),
            new XElement("PhysicalResourceId", it.PhysicalId), new XElement("ResourceType", "AWS::CloudFormation::Stack"), new XElement(
                "Timestamp", "2026-01-01T00:00:00Z"),
            new XElement("ResourceStatus", it.Status), it.Reason is null ? null : new XElement("ResourceStatusReason", it.Reason)))));
    }

    private static IResult Do(string action, Action change)
    {
        change();
        return Xml(action);
    }

    private static IResult Xml(string action, params IEnumerable<object> content)
    {
        XNamespace ns = "http://cloudformation.amazonaws.com/doc/2010-05-15/";
        var answer = new XElement($"{action}Response", new XElement($"{action}Result", content));

        foreach (var element in answer.DescendantsAndSelf())
        {
            element.Name = ns + element.Name.LocalName;
        }

        return Results.Text(answer.ToString(), "text/xml");
    }

    private static IResult Error(string message, string code = "ValidationError") => Results.Text(
        new XElement("ErrorResponse", new XElement("Error", new XElement("Type", "Sender"), new XElement("Code", code), new XElement("Message", message))).ToString(),
        "text/xml",
        statusCode: 400);
}
