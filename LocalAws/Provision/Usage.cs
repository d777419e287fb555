namespace LocalAws.Provision;

internal static class Usage
{
    public const string Text = """
        Creates the image bucket (CORS, notification) and the image table (keys, indexes) on local stand-ins of S3 and DynamoDB,
        as a CloudFormation template says. Repeating it changes nothing; what changed in the template is updated.

        Settings, as environment variables (`__` for `:`) or as arguments (--Provision:TemplatePath=app.yaml):
          AWS_ENDPOINT_URL_S3            where S3 listens; a loopback address, required
          AWS_ENDPOINT_URL_DYNAMODB      where DynamoDB listens; a loopback address, required
          AWS_REGION                     us-east-1
          S3_BUCKET_NAME                 iris-images
          DYNAMODB_TABLE_NAME            iris
          Provision:TemplatePath         the app.yaml next to the program
          Provision:Parameters:{name}    value of a parameter of the template
          Provision:TimeoutSeconds       60; how long S3 and DynamoDB may take to come up

        Ends with 0 when everything is as the template says, 1 when a service does not answer or refuses,
        2 when a setting or the template is wrong, 3 when a table of that name exists with other keys.
        """;
}
