using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace StandIns.Tests.AspireHostingAws;

/// <summary>A CloudFormation with one stack, which becomes what a test says.</summary>
internal sealed class ScriptedCloudFormation : IAsyncDisposable
{
    private const string Namespace = "http://cloudformation.amazonaws.com/doc/2010-05-15/";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Action> _scripts = new();
    private readonly Lock _gate = new();
    private readonly List<string> _events = [];
    private string? _status;

    private ScriptedCloudFormation()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public Uri Endpoint => new(_app.Urls.Single());

    /// <summary>The actions that changed something, in their order.</summary>
    public ConcurrentQueue<string> Changes { get; } = new();

    /// <summary>What every action is refused with, if anything.</summary>
    public (string Code, string Message)? Refusal { get; set; }

    public static async Task<ScriptedCloudFormation> StartAsync()
    {
        var cloudFormation = new ScriptedCloudFormation();
        await cloudFormation._app.StartAsync();
        return cloudFormation;
    }

    /// <summary>Says what an action does to the stack.</summary>
    public ScriptedCloudFormation On(string action, Action script)
    {
        _scripts[action] = script;
        return this;
    }

    /// <summary>Gives the stack a status, or none to remove it, and tells events of its resources.</summary>
    public void Become(string? status, params (string LogicalId, string Status, string Reason)[] events)
    {
        lock (_gate)
        {
            _status = status;
            foreach (var (logicalId, resourceStatus, reason) in events)
            {
                _events.Insert(0, $"<member><EventId>{_events.Count}</EventId><LogicalResourceId>{logicalId}</LogicalResourceId><ResourceType>AWS::S3::Bucket</ResourceType><ResourceStatus>{resourceStatus}</ResourceStatus><ResourceStatusReason>{reason}</ResourceStatusReason></member>");
            }
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var action = (await context.Request.ReadFormAsync(context.RequestAborted))["Action"].ToString();
        if (_scripts.TryGetValue(action, out var script))
        {
            Changes.Enqueue(action);
            script();
        }

        context.Response.ContentType = "text/xml";
        await context.Response.WriteAsync(Answer(action, context.Response), context.RequestAborted);
    }

    private string Answer(string action, HttpResponse response)
    {
        lock (_gate)
        {
            return (Refusal, action, _status) switch
            {
                ({ } refusal, _, _) => Refuse(response, refusal.Code, refusal.Message),
                (_, "DescribeStacks" or "DescribeStackEvents", null) =>
                    Refuse(response, "ValidationError", "Stack with id stack does not exist"),
                (_, "DescribeStacks", _) => Result(action, $"<Stacks><member><StackId>arn:aws:cloudformation:us-east-1:123456789012:stack/stack/1</StackId><StackStatus>{_status}</StackStatus><Outputs><member><OutputKey>BucketName</OutputKey><OutputValue>pictures</OutputValue></member></Outputs></member></Stacks>"),
                (_, "DescribeStackEvents", _) => Result(action, $"<StackEvents>{string.Concat(_events)}</StackEvents>"),
                _ => Result(action, ""),
            };
        }
    }

    private static string Result(string action, string content) =>
        $"<{action}Response xmlns=\"{Namespace}\"><{action}Result>{content}</{action}Result><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></{action}Response>";

    private static string Refuse(HttpResponse response, string code, string message)
    {
        response.StatusCode = (int)(code is "ExpiredToken" ? HttpStatusCode.Forbidden : HttpStatusCode.BadRequest);
        return $"<ErrorResponse xmlns=\"{Namespace}\"><Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error><RequestId>1</RequestId></ErrorResponse>";
    }
}
