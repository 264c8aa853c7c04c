/** What hints say of corrections that are made in data files only. */
export const FIX_OFFER = /[；，]nianbao check --fix(?:-enumerators)? 可以[^；，。]*/gu;
