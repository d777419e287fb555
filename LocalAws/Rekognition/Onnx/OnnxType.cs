namespace LocalAws.Rekognition.Onnx;

/// <summary>Element types, with the numbers of onnx.proto's TensorProto.DataType.</summary>
internal enum OnnxType
{
    Float = 1,
    UInt8 = 2,
    Int64 = 7,
}
