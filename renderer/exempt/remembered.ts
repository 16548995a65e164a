/** Which law was chosen last: a clerk works under one. */
import { type ExemptionRegime, exemptionRegimes } from '../../shared/pack/exemption.ts';

const KEY = 'despatch.exemption-regime';

export function rememberedRegime(): ExemptionRegime {
  const kept = window.localStorage.getItem(KEY);
  return exemptionRegimes.find((regime) => regime === kept) ?? 'LGA1972-England';
}

export function rememberRegime(regime: ExemptionRegime): void {
  window.localStorage.setItem(KEY, regime);
}
