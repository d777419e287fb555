using System.Text.Json;
using Amazon.Rekognition.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace Amazon.Rekognition.Internal;

/// <summary>Makes the HTTP request of a <see cref="DetectLabelsRequest"/>.</summary>
internal sealed class DetectLabelsRequestMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public static DetectLabelsRequestMarshaller Instance { get; } = new();

    public IRequest Marshall(AmazonWebServiceRequest input) => new DefaultRequest(input, "Amazon.Rekognition")
    {
        HttpMethod = "POST",
        ResourcePath = "/",
        Headers =
        {
            ["X-Amz-Target"] = "RekognitionService.DetectLabels",
            [HeaderKeys.ContentTypeHeader] = "application/x-amz-json-1.1",
            [HeaderKeys.XAmzApiVersion] = "2016-06-27",
        },
        Content = JsonSerializer.SerializeToUtf8Bytes((DetectLabelsRequest)input, RekognitionJson.Default.DetectLabelsRequest),
    };
}
