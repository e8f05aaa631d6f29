import { constants, createDeflate } from 'node:zlib';

/**
 * One zlib stream for the whole life of a socket, flushed after each payload, as `compress=zlib-stream` wants:
 * https://docs.discord.com/developers/events/gateway#transport-compression
 */
export function deflating(send: (data: Buffer) => void): (payload: string) => void {
  const deflate = createDeflate();
  let pieces: Buffer[] = [];
  deflate.on('data', (piece: Buffer) => pieces.push(piece));
  return (payload) => {
    deflate.write(payload);
    deflate.flush(constants.Z_SYNC_FLUSH, () => {
      send(Buffer.concat(pieces));
      pieces = [];
    });
  };
}
