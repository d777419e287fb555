// Serves DynamoDB from memory on a free port, prints the port, and ends with whoever started it: their end of the pipe closes then,
// even when they are killed.
const dynalite = require('../../../LocalAws/DynamoDB/node_modules/dynalite')

process.stdin.on('end', () => process.exit()).resume()

const server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 })
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
