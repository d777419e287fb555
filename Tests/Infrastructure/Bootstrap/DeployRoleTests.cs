using System.Text.Json.Nodes;
using Iris.Tests.Infrastructure.App;
using Iris.Tests.Infrastructure.Iam;

namespace Iris.Tests.Infrastructure.Bootstrap;

public sealed class DeployRoleTests
{
    private const string Region = $"us-east-1:{AppTemplate.AccountId}";
    private const string Account = AppTemplate.AccountId;

    private const string Boundary = "bootstrap-functionboundary";

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
    [InlineData("iam:GetRole", $"arn:aws:iam::{Account}:role/iris-ImageApiRole-1", "Allowed")]
    [InlineData("iam:CreateUser", $"arn:aws:iam::{Account}:user/iris-user", "ImplicitlyDenied")]
    public Task Through_CloudFormation_it_may_what_the_stack_needs(string action, string resource, string answer) =>
        DecidedAsync("DeployRole", action, resource, through: "cloudformation.amazonaws.com", answer);

    /// <summary>Who may make a role and give it rights, and may choose both, is an administrator.</summary>
    [Theory]
    [InlineData("iam:CreateRole", "role/iris-ImageApiRole-1", Boundary, "Allowed")]
    [InlineData("iam:CreateRole", "role/iris-ImageApiRole-1", "arn:aws:iam::aws:policy/AdministratorAccess", "ImplicitlyDenied")]
    [InlineData("iam:CreateRole", "role/iris-ImageApiRole-1", null, "ImplicitlyDenied")]
    [InlineData("iam:CreateRole", "role/admin", Boundary, "ImplicitlyDenied")]
    [InlineData("iam:PutRolePolicy", "role/iris-ImageApiRole-1", Boundary, "Allowed")]
    [InlineData("iam:PutRolePolicy", "role/iris-ImageApiRole-1", null, "ImplicitlyDenied")]
    [InlineData("iam:PutRolePolicy", "role/deployment/bootstrap-DeployRole-1", Boundary, "ExplicitlyDenied")]
    [InlineData("iam:UpdateAssumeRolePolicy", "role/deployment/bootstrap-ReviewRole-1", null, "ExplicitlyDenied")]
    [InlineData("iam:CreatePolicyVersion", "policy/deployment/iris-functions-us-east-1", null, "ExplicitlyDenied")]
    [InlineData("iam:DeleteRolePermissionsBoundary", "role/iris-ImageApiRole-1", Boundary, "ExplicitlyDenied")]
    [InlineData("iam:UpdateOpenIDConnectProviderThumbprint", "oidc-provider/token.actions.githubusercontent.com", null, "ExplicitlyDenied")]
    public Task It_makes_roles_within_the_boundary_and_leaves_its_own_alone(string action, string resource, string? boundary, string answer) =>
        DecidedAsync(
            "DeployRole",
            action,
            $"arn:aws:iam::{Account}:{resource}",
            through: "cloudformation.amazonaws.com",
            answer,
            boundary is null ? [] : [("iam:PermissionsBoundary", boundary)]);

    [Theory]
    [InlineData("cloudformation.amazonaws.com", "lambda.amazonaws.com", "Allowed")]
    [InlineData(null, "lambda.amazonaws.com", "ImplicitlyDenied")]
    [InlineData("cloudformation.amazonaws.com", "ec2.amazonaws.com", "ImplicitlyDenied")]
    public Task It_gives_a_role_to_Lambda_alone_and_through_CloudFormation_alone(string? through, string service, string answer) =>
        DecidedAsync(
            "DeployRole", "iam:PassRole", $"arn:aws:iam::{Account}:role/iris-ImageApiRole-1", through, answer, ("iam:PassedToService", service));

    /// <summary>As a template would that tried it, whoever approved that: the boundary is not the template's to change.</summary>
    [Theory]
    [InlineData("iam:CreateUser", $"arn:aws:iam::{Account}:user/anybody")]
    [InlineData("sts:AssumeRole", $"arn:aws:iam::{Account}:role/admin")]
    [InlineData("s3:GetObject", "arn:aws:s3:::somebody-elses-bucket/key")]
    [InlineData("s3:PutObject", "arn:aws:s3:::bootstrap-artifactbucket/templates/1.yaml")]
    [InlineData("dynamodb:Scan", $"arn:aws:dynamodb:{Region}:table/iris-ImageTable-1")]
    public async Task A_function_that_is_allowed_everything_may_do_no_more_than_the_boundary_says(string action, string resource)
    {
        var everything = JsonNode.Parse("""{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "*", "Resource": "*" } }""")!;
        var call = new AwsCall(action, resource);
        var question = new Question($"arn:aws:sts::{Account}:assumed-role/iris-ImageApiRole-1/ImageApi", call, [everything])
        {
            Boundary = BootstrapTemplate.FunctionBoundary,
        };

        Assert.Equal(["ImplicitlyDenied"], await Simulation.DecideAsync([question], Cancellation));
    }

    [Theory]
    [InlineData("cloudformation:CreateChangeSet", "Allowed")]
    [InlineData("cloudformation:DescribeChangeSet", "Allowed")]
    [InlineData("cloudformation:ExecuteChangeSet", "ImplicitlyDenied")]
    [InlineData("cloudformation:UpdateStack", "ImplicitlyDenied")]
    public Task Who_reviews_asks_what_would_change_and_changes_nothing(string action, string answer) =>
        DecidedAsync("ReviewRole", action, $"arn:aws:cloudformation:{Region}:stack/iris/1", through: null, answer);

    /// <summary>It runs before anybody has agreed: what it can write, nobody may deploy.</summary>
    [Theory]
    [InlineData("s3:PutObject", "reviews/1.yaml", "Allowed")]
    [InlineData("s3:PutObject", "templates/1.yaml", "ImplicitlyDenied")]
    [InlineData("s3:PutObject", "functions/ImageApi/1.zip", "ImplicitlyDenied")]
    [InlineData("s3:PutObject", "site/1.zip", "ImplicitlyDenied")]
    [InlineData("s3:PutObject", "deployments/iris/1.json", "ImplicitlyDenied")]
    public Task Who_reviews_writes_where_no_deployment_reads(string action, string key, string answer) =>
        DecidedAsync("ReviewRole", action, $"arn:aws:s3:::bootstrap-artifactbucket/{key}", through: null, answer);

    [Theory]
    [InlineData("DeployRole", "repo:owner/iris:environment:production")]
    [InlineData("ReviewRole", "repo:owner/iris:environment:production-review")]
    public void Only_a_job_of_the_workflow_on_the_branch_in_the_environment_takes_the_role(string role, string subject)
    {
        var statement = Assert.Single(BootstrapTemplate.Resources.Single(resource => resource.LogicalId == role).Each("Properties.AssumeRolePolicyDocument.Statement"));
        var condition = statement["Condition"]!["StringEquals"]!;

        Assert.Equal("sts:AssumeRoleWithWebIdentity", statement.Text("Action"));
        Assert.Equal(subject, condition["token.actions.githubusercontent.com:sub"]?.ToString());
        Assert.Equal("sts.amazonaws.com", condition["token.actions.githubusercontent.com:aud"]?.ToString());
        Assert.Equal("refs/heads/main", condition["token.actions.githubusercontent.com:ref"]?.ToString());
        Assert.Equal("owner/iris/.github/workflows/deploy.yml@refs/heads/main", condition["token.actions.githubusercontent.com:job_workflow_ref"]?.ToString());
    }

    private static async Task DecidedAsync(
        string role, string action, string resource, string? through, string answer, params (string Key, string Value)[] context)
    {
        var (principal, call) = ($"arn:aws:sts::{Account}:assumed-role/{role}/deploy", new AwsCall(action, resource));
        var question = new Question(principal, call, BootstrapTemplate.PoliciesOf(role))
        {
            Context = new Dictionary<string, string[]>([
                new("aws:CalledVia", through is null ? [] : [through]),
                .. context.Select(entry => KeyValuePair.Create(entry.Key, (string[])[entry.Value])),
            ]),
        };

        Assert.Equal([answer], await Simulation.DecideAsync([question], Cancellation));
    }
}
