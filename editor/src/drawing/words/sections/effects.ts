import { areaWords } from '../area.ts';

/** What a step sets off. */
export const effectWords = areaWords({
  fr: {
    effects: {
      kind: {
        notify: 'Prévenir',
        refer: 'Orienter vers un service',
        assign: 'Confier le dossier',
        issue_document: 'Établir un document',
        open_linked_case: 'Ouvrir un dossier lié',
      },
      on: {
        enter: 'on entre dans',
        leave: 'on quitte',
        event: 'on rapporte',
        deadline: 'un délai est dépassé',
      },
      what: 'De quoi',
      always: 'toujours',
    },
  },
  en: {
    effects: {
      kind: {
        notify: 'Notify',
        refer: 'Refer to a service',
        assign: 'Assign the case',
        issue_document: 'Issue a document',
        open_linked_case: 'Open a linked case',
      },
      on: {
        enter: 'entering',
        leave: 'leaving',
        event: 'reporting',
        deadline: 'a deadline has passed',
      },
      what: 'Of what',
      always: 'always',
    },
  },
  es: {
    effects: {
      kind: {
        notify: 'Avisar',
        refer: 'Derivar a un servicio',
        assign: 'Asignar el expediente',
        issue_document: 'Emitir un documento',
        open_linked_case: 'Abrir un expediente vinculado',
      },
      on: {
        enter: 'se entra en',
        leave: 'se sale de',
        event: 'se informa',
        deadline: 'vence un plazo',
      },
      what: 'De qué',
      always: 'siempre',
    },
  },
  ar: {
    effects: {
      kind: {
        notify: 'إشعار',
        refer: 'إحالة إلى مصلحة',
        assign: 'إسناد الملف',
        issue_document: 'إصدار وثيقة',
        open_linked_case: 'فتح ملف مرتبط',
      },
      on: {
        enter: 'الدخول إلى',
        leave: 'مغادرة',
        event: 'الإبلاغ عن',
        deadline: 'انقضاء أجل',
      },
      what: 'من ماذا',
      always: 'دائما',
    },
  },
});
