using System.Text.Json.Nodes;
using LocalAws.Shared.CloudFormation;

namespace LocalAws.Tests.Shared.CloudFormation;

public sealed class TemplateEvaluatorTests
{
    private const string Yaml = """
        Parameters:
          Stage: { Type: String, Default: dev, AllowedValues: [dev, prod] }
          Origins: { Type: CommaDelimitedList, AllowedPattern: 'https?://\S+', ConstraintDescription: 'Origins only' }
          Owner: { Type: String }
        Conditions:
          IsProd: !Equals [!Ref Stage, prod]
          IsDev: !Not [Condition: IsProd]
          Either: !Or [!Condition IsProd, !Condition IsDev]
          Both: { 'Fn::And': [Condition: IsProd, Condition: IsDev] }
          Circle: !Not [!Condition Circle]
        Resources:
          Bucket: { Type: 'AWS::S3::Bucket' }
          Function: { Type: 'AWS::Lambda::Function' }
          Live: { Type: 'AWS::Lambda::Alias', Properties: { Name: live, FunctionName: !Ref Function } }
          Queue: { Type: 'AWS::SQS::Queue' }
          Conditional: { Type: 'Test::Thing', Condition: IsProd }
          Named: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: processor } }
          Thing:
            Type: Test::Thing
            Properties:
              Value: {0}
          Other:
            Type: Test::Other
            Properties: { Value: !ImportValue elsewhere }
        Outputs:
          Place: { Value: !Sub '${Bucket} in ${AWS::Region}', Description: where }
          OfProd: { Value: !Ref Bucket, Condition: IsProd }
        """;

    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("'true'", "\"true\"")]
    [InlineData("true", "true")]
    [InlineData("42", "42")]
    [InlineData("4.2", "\"4.2\"")]
    [InlineData("", "null")]
    [InlineData("2012-10-17", "\"2012-10-17\"")]
    [InlineData("[a, {b: c}]", """["a",{"b":"c"}]""")]
    public void Data_keeps_its_type(string yaml, string json) => AssertValue(json, yaml);

    [Theory]
    [InlineData("!Ref Stage", "\"dev\"")]
    [InlineData("{ Ref: Stage }", "\"dev\"")]
    [InlineData("!Ref Origins", """["https://a.example","https://b.example"]""")]
    [InlineData("!Ref Bucket", "\"my-bucket\"")]
    [InlineData("!Ref AWS::Region", "\"eu-west-1\"")]
    [InlineData("!Ref AWS::AccountId", "\"000000000000\"")]
    [InlineData("!Ref AWS::Partition", "\"aws\"")]
    [InlineData("!Ref Function", "\"Function\"")]
    [InlineData("!Ref Named", "\"processor\"")]
    [InlineData("!Ref Live", "\"arn:aws:lambda:eu-west-1:000000000000:function:Function:live\"")]
    public void Ref_gives_parameters_pseudo_parameters_and_physical_ids(string yaml, string json) => AssertValue(json, yaml);

    [Theory]
    [InlineData("!GetAtt Bucket.Arn", "arn:aws:s3:::my-bucket")]
    [InlineData("!GetAtt [Bucket, RegionalDomainName]", "my-bucket.s3.eu-west-1.amazonaws.com")]
    [InlineData("{ 'Fn::GetAtt': [Bucket, DomainName] }", "my-bucket.s3.amazonaws.com")]
    [InlineData("!GetAtt Function.Arn", "arn:aws:lambda:eu-west-1:000000000000:function:Function")]
    [InlineData("!GetAtt Queue.Arn", "arn:aws:sqs:given")]
    [InlineData("!GetAtt Named.Arn", "arn:aws:lambda:eu-west-1:000000000000:function:processor")]
    public void GetAtt_gives_what_exists_on_a_laptop(string yaml, string value) => AssertValue($"\"{value}\"", yaml);

    [Theory]
    [InlineData("!Sub '${Stage}-${AWS::Region}-${Bucket.Arn}/*'", "dev-eu-west-1-arn:aws:s3:::my-bucket/*")]
    [InlineData("!Sub '${!Literal} $ {x} $'", "${Literal} $ {x} $")]
    [InlineData("!Sub ['${a}/${Stage}', { a: !Ref Bucket }]", "my-bucket/dev")]
    [InlineData("!Sub ['${Stage}', { Stage: shadowed }]", "shadowed")]
    [InlineData("!Join ['-', [a, !Ref Stage, 3]]", "a-dev-3")]
    [InlineData("!Join ['', [a, !Ref AWS::NoValue, b]]", "ab")]
    [InlineData("!Select [1, !Split ['/', a/b/c]]", "b")]
    [InlineData("!Sub ['${Id}', { Id: !Select [2, !Split [/, !Ref AWS::StackId]] }]", "local")]
    [InlineData("!If [IsProd, 1, !If [Either, two, 3]]", "two")]
    [InlineData("!If [Both, 1, two]", "two")]
    public void Sub_Join_Select_Split_and_If_are_evaluated(string yaml, string value) => AssertValue($"\"{value}\"", yaml);

    [Fact]
    public void NoValue_leaves_out_the_property_and_the_element() => AssertValue(
        """{"b":[1]}""", "{ a: !Ref AWS::NoValue, b: [!If [IsProd, x, !Ref AWS::NoValue], 1] }");

    [Theory]
    [InlineData("!ImportValue x", "Fn::ImportValue is not supported")]
    [InlineData("!Select [1, [a]]", "the list has 1 items")]
    [InlineData("!Select [-1, [a]]", "the list has 1 items")]
    [InlineData("!Select [0, text]", "selects from a list")]
    [InlineData("{ 'Fn::Base64': x }", "Fn::Base64 is not supported")]
    [InlineData("!Ref Nothing", "no parameter or resource")]
    [InlineData("!Ref Owner", "neither a value nor a default")]
    [InlineData("!Ref Queue", "no physical id")]
    [InlineData("!GetAtt Bucket.WebsiteURL", "attribute WebsiteURL of a AWS::S3::Bucket")]
    [InlineData("!GetAtt Nothing.Arn", "no resource Nothing")]
    [InlineData("!GetAtt Bucket", "names no attribute")]
    [InlineData("!If [Nothing, 1, 2]", "no condition Nothing")]
    [InlineData("!If [Circle, 1, 2]", "condition Circle depends on itself")]
    [InlineData("!If [IsProd, 1]", "Fn::If takes a list of 3")]
    [InlineData("!Sub '${Origins}'", "a text is expected")]
    [InlineData("!Join [',', text]", "joins a list")]
    public void What_cannot_be_evaluated_is_named_with_its_line(string yaml, string reason)
    {
        var fault = Assert.Throws<TemplateException>(() => Value(yaml));

        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.Matches(@"^app\.yaml, line \d+: ", fault.Message);
    }

    [Fact]
    public void A_list_is_split() => AssertValue("""["a","b"]""", "!Split [',', 'a,b']");

    [Theory]
    [InlineData("dev", false)]
    [InlineData("prod", true)]
    public void A_resource_is_there_when_its_condition_holds(string stage, bool included)
    {
        var template = Template.Parse(Yaml.Replace("{0}", "x"), "app.yaml");
        var evaluator = new TemplateEvaluator(
            template, new StackContext { Parameters = new Dictionary<string, string> { ["Stage"] = stage } });

        Assert.Equal(included, evaluator.Includes(template.Resources["Conditional"]));
        Assert.True(evaluator.Includes(template.Resources["Thing"]));
    }

    [Fact]
    public void Outputs_are_evaluated_when_their_condition_holds() =>
        Assert.Equal(new Dictionary<string, string> { ["Place"] = "my-bucket in eu-west-1" }, Evaluator("x").Outputs());

    [Fact]
    public void The_line_is_that_of_the_construct() =>
        Assert.Equal(LineOf("Value: "), Assert.Throws<TemplateException>(() => Value("!ImportValue x")).Line);

    [Theory]
    [InlineData("Stage", "test", "allowed are dev, prod")]
    [InlineData("Origins", "https://a.example,nonsense", "'nonsense'. Origins only")]
    public void A_parameter_outside_its_constraints_is_refused(string name, string value, string reason)
    {
        var parameters = new Dictionary<string, string> { [name] = value };

        var fault = Assert.Throws<TemplateException>(() => Value($"!Ref {name}", parameters));

        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_that_the_template_does_not_declare_is_refused_by_name() =>
        Assert.Contains(
            "Stagee", Assert.Throws<TemplateException>(() => Value("x", new() { ["Stagee"] = "prod" })).Message, StringComparison.Ordinal);

    private static void AssertValue(string json, string yaml) =>
        Assert.Equal(JsonNode.Parse(json)?.ToJsonString(), Value(yaml)?.ToJsonString());

    private static JsonNode? Value(string yaml, Dictionary<string, string>? parameters = null) =>
        Evaluator(yaml, parameters).Properties("Thing", "Test::Thing")["Value"];

    private static TemplateEvaluator Evaluator(string yaml, Dictionary<string, string>? parameters = null) => new(
        Template.Parse(Yaml.Replace("{0}", yaml), "app.yaml"),
        new StackContext
        {
            Region = "eu-west-1",
            Parameters = parameters ?? new() { ["Origins"] = "https://a.example, https://b.example" },
            Attributes = new Dictionary<string, string> { ["Queue.Arn"] = "arn:aws:sqs:given" },
            PhysicalIds = new Dictionary<string, string> { ["Bucket"] = "my-bucket" },
        });

    private static long LineOf(string text) =>
        Yaml[..Yaml.IndexOf(text, StringComparison.Ordinal)].Count(character => character == '\n') + 1;
}
