using System.Runtime.InteropServices;

namespace LocalAws.Rekognition.Onnx;

/// <summary>An ONNX graph under construction. Field numbers are those of onnx.proto.</summary>
internal sealed class OnnxGraph(string name)
{
    // IR version 8 and operator set 17 are of 2022; every current runtime reads them.
    private const long IrVersion = 8, OperatorSet = 17;

    private readonly List<ProtobufMessage> _nodes = [], _constants = [], _inputs = [], _outputs = [];

    /// <summary>Adds an operator with one output, and returns the output's name.</summary>
    public string Add(string type, IEnumerable<string> inputs, string output, params IEnumerable<OnnxAttribute> attributes)
    {
        _nodes.Add(new ProtobufMessage()
            .AddEach(inputs, (node, input) => node.Add(1, input))
            .Add(2, output)
            .Add(4, type)
            .AddEach(attributes, (node, attribute) => node.Add(5, attribute.Message)));
        return output;
    }

    /// <summary>Adds a tensor of constants, and returns its name.</summary>
    public string AddConstant<T>(string name, OnnxType type, IEnumerable<int> shape, ReadOnlySpan<T> values) where T : unmanaged
    {
        _constants.Add(new ProtobufMessage()
            .AddEach(shape, (tensor, dimension) => tensor.Add(1, (long)dimension))
            .Add(2, (long)type)
            .Add(8, name)
            .Add(9, MemoryMarshal.AsBytes(values)));
        return name;
    }

    public void AddInput(string name, OnnxType type, params IEnumerable<int> shape) => _inputs.Add(Value(name, type, shape));

    public void AddOutput(string name, OnnxType type, params IEnumerable<int> shape) => _outputs.Add(Value(name, type, shape));

    /// <summary>The graph as a model file.</summary>
    public byte[] ToModel()
    {
        var graph = new ProtobufMessage()
            .AddEach(_nodes, (message, node) => message.Add(1, node))
            .Add(2, name)
            .AddEach(_constants, (message, constant) => message.Add(5, constant))
            .AddEach(_inputs, (message, input) => message.Add(11, input))
            .AddEach(_outputs, (message, output) => message.Add(12, output));
        var operators = new ProtobufMessage().Add(2, OperatorSet);
        return new ProtobufMessage().Add(1, IrVersion).Add(7, graph).Add(8, operators).Bytes.ToArray();
    }

    private static ProtobufMessage Value(string name, OnnxType type, IEnumerable<int> shape)
    {
        var dimensions = new ProtobufMessage().AddEach(shape, (message, size) => message.Add(1, new ProtobufMessage().Add(1, (long)size)));
        var tensor = new ProtobufMessage().Add(1, (long)type).Add(2, dimensions);
        return new ProtobufMessage().Add(1, name).Add(2, new ProtobufMessage().Add(1, tensor));
    }
}

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

/// <summary>Element types, with the numbers of onnx.proto's TensorProto.DataType.</summary>
internal enum OnnxType
{
    Float = 1,
    UInt8 = 2,
    Int64 = 7,
}
