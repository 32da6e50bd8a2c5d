/** A name of version 0.1 that is in another door now: calling it says where. */
function moved(name: string, door: string, now = name) {
  return (): never => {
    throw new Error(`${name} has moved: import ${now} from docusaurus-plugin-markdoc/${door}`);
  };
}

export const addressOf = moved('addressOf', 'theme');
export const checkText = moved('checkText', 'theme', 'useCheck');
export const copyText = moved('copyText', 'theme');
export const forgetAnswers = moved('forgetAnswers', 'theme');
export const forgetValues = moved('forgetValues', 'theme');
export const handOver = moved('handOver', 'theme', 'useTaker');
export const inputOf = moved('inputOf', 'theme');
export const isSafeInFence = moved('isSafeInFence', 'theme');
export const MarkdocAnchors = moved('MarkdocAnchors', 'runtime');
export const MarkdocIf = moved('MarkdocIf', 'runtime');
export const MarkdocSlot = moved('MarkdocSlot', 'runtime');
export const MarkdocSlots = moved('MarkdocSlots', 'runtime');
export const readValue = moved('readValue', 'theme');
export const takeAnswers = moved('takeAnswers', 'theme');
export const uniquePartialIds = moved('uniquePartialIds', 'runtime');
export const useChoiceMarks = moved('useChoiceMarks', 'theme');
export const useCodeBlock = moved('useCodeBlock', 'theme');
export const useFlow = moved('useFlow', 'theme');
export const usePrismTheme = moved('usePrismTheme', 'theme');
export const useSpeaker = moved('useSpeaker', 'theme');
export const useStoredValues = moved('useStoredValues', 'theme');
