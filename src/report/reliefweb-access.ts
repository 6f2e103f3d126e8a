// Where ReliefWeb's API is and who asks, apart from the asking so that the client is loaded only when it is needed.

export const RELIEFWEB = 'https://api.reliefweb.int/v2';

export interface ReliefWebAccess {
  /** The name that ReliefWeb has approved for whoever asks; without it every call is refused. */
  readonly appname: string | undefined;
  /** Where the API is. */
  readonly api: string;
}
