namespace LocalAws.Rekognition.Onnx;

/// <summary>A named constant of an operator. Field numbers and types are those of onnx.proto's AttributeProto.</summary>
internal sealed class OnnxAttribute
{
    private const int Name = 1, FloatValue = 2, IntValue = 3, TextValue = 4, IntValues = 8, Type = 20;

    private const long FloatType = 1, IntType = 2, TextType = 3, IntsType = 7;

    public OnnxAttribute(string name, float value) => Message = Named(name).Add(FloatValue, value).Add(Type, FloatType);

    public OnnxAttribute(string name, int value) => Message = Named(name).Add(IntValue, (long)value).Add(Type, IntType);

    public OnnxAttribute(string name, string value) => Message = Named(name).Add(TextValue, value).Add(Type, TextType);

    public OnnxAttribute(string name, IEnumerable<int> values) =>
        Message = Named(name).AddEach(values, (message, value) => message.Add(IntValues, (long)value)).Add(Type, IntsType);

    public ProtobufMessage Message { get; }

    private static ProtobufMessage Named(string name) => new ProtobufMessage().Add(Name, name);
}
