// The message envelope between office.js and its host: calls with answers, and events for those who registered.

const MESSAGE_TYPE = { request: 0, response: 1 } as const;
const ACTION_TYPE = { invoke: 0, register: 1, unregister: 2 } as const;
const RESPONSE_TYPE = { answer: 0, event: 1 } as const;
const REQUEST_FAULT = -2;

interface Request {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _actionType: number;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
}

export interface ConversationOptions {
  readonly conversationId: string;
  readonly origin: string;
  post(text: string): void;
  /** Answers an invocation; what it throws becomes a fault of the request, so that no call stays without an answer. */
  invoke(action: string, data: unknown): unknown;
}

export class Conversation {
  /** Events carry the correlation id of their registration. */
  private readonly registrations = new Map<string, Request>();
  private readonly waiting = new Map<string, (() => void)[]>();

  constructor(private readonly options: ConversationOptions) {}

  /** Messages of other conversations, and texts that are no messages, are ignored. */
  receive(message: string): void {
    const request = parse(message);
    if (!request || request._messageType !== MESSAGE_TYPE.request || request._conversationId !== this.options.conversationId) return;
    switch (request._actionType) {
      case ACTION_TYPE.register:
        this.registrations.set(request._actionName, request);
        // An answer without content counts as an error.
        this.post(request, { Error: 0 }, RESPONSE_TYPE.answer);
        for (const waiting of this.waiting.get(request._actionName) ?? []) waiting();
        this.waiting.delete(request._actionName);
        return;
      case ACTION_TYPE.unregister:
        this.registrations.delete(request._actionName);
        this.post(request, { Error: 0 }, RESPONSE_TYPE.answer);
        return;
      default:
        void this.answer(request);
    }
  }

  /** @returns whether anybody had registered for the event */
  fire(event: string, data: unknown): boolean {
    const registration = this.registrations.get(event);
    if (registration) this.post(registration, data, RESPONSE_TYPE.event);
    return registration !== undefined;
  }

  /** Resolves when the page has registered for the event. */
  registered(event: string): Promise<void> {
    if (this.registrations.has(event)) return Promise.resolve();
    return new Promise((resolve) => this.waiting.set(event, [...(this.waiting.get(event) ?? []), resolve]));
  }

  reset(): void {
    this.registrations.clear();
  }

  private async answer(request: Request): Promise<void> {
    try {
      this.post(request, await this.options.invoke(request._actionName, request._data), RESPONSE_TYPE.answer);
    } catch (error) {
      this.post(request, error instanceof Error ? error.message : String(error), RESPONSE_TYPE.answer, REQUEST_FAULT);
    }
  }

  private post(to: Request, data: unknown, responseType: number, errorCode = 0): void {
    this.options.post(
      JSON.stringify({
        _messageType: MESSAGE_TYPE.response,
        _actionName: to._actionName,
        _conversationId: this.options.conversationId,
        _correlationId: to._correlationId,
        _origin: this.options.origin,
        _data: data ?? null,
        _errorCode: errorCode,
        _responseType: responseType,
        _serializerVersion: 1,
      }),
    );
  }
}

function parse(message: string): Request | null {
  try {
    const value: unknown = JSON.parse(message);
    return typeof value === "object" && value !== null ? (value as Request) : null;
  } catch {
    return null;
  }
}
