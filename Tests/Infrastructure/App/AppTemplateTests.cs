using System.Text;

namespace Iris.Tests.Infrastructure.App;

public sealed class AppTemplateTests
{
    /// <summary>CloudFormation takes a template of this size as it is; a larger one would have to go by way of a bucket.</summary>
    [Fact]
    public void The_template_fits_into_a_request() => Assert.InRange(Encoding.UTF8.GetByteCount(AppTemplate.Text), 1, 51_200);
}
