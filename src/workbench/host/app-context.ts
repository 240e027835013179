// What office.js learns about its host: in the frame's name before the first message, then in the application context.

export interface Identity {
  readonly conversationId: string;
  readonly controlId: string;
  readonly origin: string;
  readonly locale: string;
  readonly documentName: string;
}

/** Shared runtime with custom functions. */
const HOST_FLAGS = 3;
/** Excel on the web; the number also decides how settings travel. */
const EXCEL_ON_THE_WEB = 16;

/** Text for the name of the add-in's frame. */
export function frameName({ conversationId, controlId, origin, locale }: Identity): string {
  return JSON.stringify({
    baseFrameName: `addin-${controlId}`,
    hostInfo: ["Excel", "Web", "16.01", locale, conversationId, "", "disableLogging", String(HOST_FLAGS)].join("$"),
    xdmInfo: [conversationId, controlId, origin].join("|"),
    serializerVersion: "1",
    flights: "[]",
  });
}

/**
 * The sets the host declares: the manifest's, and those office.js itself needs. Versions stay text: 1.10 is not 1.1.
 * "CustomFunctions" is the runtime's internal set; 1.9 makes answers travel as arrays.
 */
export function declaredSets(manifestSets: Readonly<Record<string, string>>): Record<string, string> {
  return { SharedRuntime: "1.1", CustomFunctionsRuntime: "1.4", RibbonApi: "1.1", Settings: "1.1", Selection: "1.1", DocumentEvents: "1.1", ...manifestSets, CustomFunctions: "1.9" };
}

/** @param settings document settings, name to JSON text */
export function appContext(identity: Identity, sets: Readonly<Record<string, string>>, settings: ReadonlyMap<string, string>, paneShown: boolean): object {
  return {
    _id: identity.controlId,
    _appInstanceId: identity.controlId,
    _appName: EXCEL_ON_THE_WEB,
    _appVersion: "16.00",
    _appMinorVersion: 0,
    _appUILocale: identity.locale,
    _dataLocale: identity.locale,
    _docUrl: `${identity.origin}/${encodeURIComponent(identity.documentName)}`,
    _clientMode: 1,
    _settings: [...settings],
    _reason: "documentOpened",
    _osfControlType: 1,
    _eToken: "",
    _correlationId: identity.conversationId,
    _requirementMatrix: JSON.stringify(sets),
    _hostCustomMessage: "",
    _hostFullVersion: "16.0.15407.10000",
    _clientWindowHeight: 0,
    _clientWindowWidth: 0,
    _addinName: "",
    _appDomains: [],
    _dialogRequirementMatrix: "",
    _featureGates: {},
    _initialDisplayMode: paneShown ? 2 : 1,
    _wacHostEnvironment: "0",
    _isFromWacAutomation: false,
  };
}

/** Whether a set such as "ExcelApi 1.7" is within the declared ones. */
export function admits(sets: Readonly<Record<string, string>>, required: string): boolean {
  const [name = "", version = ""] = required.split(" ");
  const declared = Object.hasOwn(sets, name) ? sets[name] : undefined;
  if (declared === undefined) return false;
  const [major = 0, minor = 0] = declared.split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = version.split(".").map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
