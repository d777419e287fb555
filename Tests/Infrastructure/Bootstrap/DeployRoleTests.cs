using Iris.Tests.Infrastructure.App;
using Iris.Tests.Infrastructure.Iam;

namespace Iris.Tests.Infrastructure.Bootstrap;

public sealed class DeployRoleTests
{
    private const string Region = $"us-east-1:{AppTemplate.AccountId}";
    private const string Account = AppTemplate.AccountId;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("cloudformation:CreateChangeSet", $"arn:aws:cloudformation:{Region}:stack/iris/1")]
    [InlineData("cloudformation:ExecuteChangeSet", $"arn:aws:cloudformation:{Region}:stack/iris/1")]
    [InlineData("cloudformation:DescribeStackEvents", $"arn:aws:cloudformation:{Region}:stack/iris/1")]
    [InlineData("s3:PutObject", "arn:aws:s3:::bootstrap-artifactbucket/image-api/1.zip")]
    [InlineData("s3:PutObject", "arn:aws:s3:::iris-sitebucket-1/index.html")]
    [InlineData("s3:DeleteObject", "arn:aws:s3:::iris-sitebucket-1/old.html")]
    public Task The_deploy_command_may(string action, string resource) => DecidedAsync("DeployRole", action, resource, through: null, "Allowed");

    [Theory]
    [InlineData("cloudformation:DeleteStack", $"arn:aws:cloudformation:{Region}:stack/iris/1")]
    [InlineData("cloudformation:ExecuteChangeSet", $"arn:aws:cloudformation:{Region}:stack/another/1")]
    [InlineData("s3:DeleteObject", "arn:aws:s3:::bootstrap-artifactbucket/image-api/1.zip")]
    [InlineData("s3:GetObject", "arn:aws:s3:::iris-images-1/uploads/x")]
    [InlineData("dynamodb:Scan", $"arn:aws:dynamodb:{Region}:table/iris-ImageTable-1")]
    [InlineData("dynamodb:DeleteTable", $"arn:aws:dynamodb:{Region}:table/iris-ImageTable-1")]
    [InlineData("lambda:UpdateFunctionCode", $"arn:aws:lambda:{Region}:function:iris-ImageApi-1")]
    [InlineData("iam:PutRolePolicy", $"arn:aws:iam::{Account}:role/iris-ImageApiRole-1")]
    [InlineData("secretsmanager:GetSecretValue", $"arn:aws:secretsmanager:{Region}:secret:OriginSecret-1")]
    public Task Past_CloudFormation_it_may_not(string action, string resource) => DecidedAsync("DeployRole", action, resource, through: null, "ImplicitlyDenied");

    [Theory]
    [InlineData("lambda:UpdateFunctionCode", $"arn:aws:lambda:{Region}:function:iris-ImageApi-1", "Allowed")]
    [InlineData("lambda:UpdateFunctionCode", $"arn:aws:lambda:{Region}:function:another-function", "ImplicitlyDenied")]
    [InlineData("dynamodb:UpdateTable", $"arn:aws:dynamodb:{Region}:table/iris-ImageTable-1", "Allowed")]
    [InlineData("dynamodb:UpdateTable", $"arn:aws:dynamodb:{Region}:table/another", "ImplicitlyDenied")]
    [InlineData("iam:CreateRole", $"arn:aws:iam::{Account}:role/iris-ImageApiRole-1", "Allowed")]
    [InlineData("iam:CreateRole", $"arn:aws:iam::{Account}:role/admin", "ImplicitlyDenied")]
    [InlineData("iam:CreateUser", $"arn:aws:iam::{Account}:user/iris-user", "ImplicitlyDenied")]
    public Task Through_CloudFormation_it_may_what_the_stack_needs(string action, string resource, string answer) =>
        DecidedAsync("DeployRole", action, resource, through: "cloudformation.amazonaws.com", answer);

    [Theory]
    [InlineData("cloudformation:CreateChangeSet", "Allowed")]
    [InlineData("cloudformation:DescribeChangeSet", "Allowed")]
    [InlineData("cloudformation:ExecuteChangeSet", "ImplicitlyDenied")]
    [InlineData("cloudformation:UpdateStack", "ImplicitlyDenied")]
    public Task Who_reviews_asks_what_would_change_and_changes_nothing(string action, string answer) =>
        DecidedAsync("ReviewRole", action, $"arn:aws:cloudformation:{Region}:stack/iris/1", through: null, answer);

    [Theory]
    [InlineData("DeployRole", "repo:owner/iris:environment:production")]
    [InlineData("ReviewRole", "repo:owner/iris:environment:production-review")]
    public void Only_a_job_of_the_repository_in_the_environment_takes_the_role(string role, string subject)
    {
        var statement = Assert.Single(BootstrapTemplate.Resources.Single(resource => resource.LogicalId == role).Each("Properties.AssumeRolePolicyDocument.Statement"));
        var condition = statement["Condition"]!["StringEquals"]!;

        Assert.Equal("sts:AssumeRoleWithWebIdentity", statement.Text("Action"));
        Assert.Equal(subject, condition["token.actions.githubusercontent.com:sub"]?.ToString());
        Assert.Equal("sts.amazonaws.com", condition["token.actions.githubusercontent.com:aud"]?.ToString());
    }

    private static async Task DecidedAsync(string role, string action, string resource, string? through, string answer)
    {
        var question = new Question($"arn:aws:sts::{Account}:assumed-role/{role}/deploy", new AwsCall(action, resource), BootstrapTemplate.PoliciesOf(role))
        {
            Context = new Dictionary<string, string[]> { ["aws:CalledVia"] = through is null ? [] : [through] },
        };

        Assert.Equal([answer], await Simulation.DecideAsync([question], Cancellation));
    }
}
